/** How far a long job has come: one line that is drawn over on a terminal, plain lines elsewhere. */

export type Progress = {
  /** A line that stays. */
  line(text: string): void
  /** What is being worked on, drawn only on a terminal. */
  at(done: number, total: number, pages: number, name: string): void
  end(): void
}

const BAR = 24
/** Redraws further apart than this are seen as one movement, in milliseconds. */
const DRAW_EVERY_MS = 100

type Out = { write(text: string): unknown; isTTY?: boolean; columns?: number }

export function showProgress(out: Out, now: () => number = () => performance.now()): Progress {
  const started = now()
  let drawn = Number.NEGATIVE_INFINITY
  const clear = out.isTTY ? '\r\u001b[2K' : ''
  return {
    line(text) {
      out.write(`${clear}${text}\n`)
      drawn = Number.NEGATIVE_INFINITY
    },
    at(done, total, pages, name) {
      if (!out.isTTY || now() - drawn < DRAW_EVERY_MS) return
      drawn = now()
      out.write(clear + progressLine({ done, total, pages, name, seconds: (drawn - started) / 1000, width: out.columns ?? 80 }))
    },
    end() {
      out.write(clear)
    },
  }
}

type At = { done: number; total: number; pages: number; name: string; seconds: number; width: number }

/** "[######······] 12 of 40, 61 pages a second, 20 s left, blackpool.pdf", cut to the width of the terminal. */
export function progressLine({ done, total, pages, name, seconds, width }: At): string {
  const filled = Math.round((BAR * done) / Math.max(1, total))
  const bar = `[${'#'.repeat(filled)}${'·'.repeat(BAR - filled)}]`
  const rate = seconds > 0 && pages > 0 ? `, ${Math.round(pages / seconds)} pages a second` : ''
  const left = done > 0 ? `, ${Math.ceil((seconds / done) * (total - done))} s left` : ''
  return `${bar} ${done} of ${total}${rate}${left}, ${name}`.slice(0, width - 1)
}
