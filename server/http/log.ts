/** JSON lines on standard output. Losing the reader of the log never stops the server. */

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]
type Fields = Record<string, string | number | boolean | null | undefined>

export type Log = { [level in Exclude<LogLevel, 'silent'>]: (message: string, fields?: Fields) => void } & {
  /** Writes what still waits. */
  flush: () => void
}

/** Lines are gathered for one turn of the event loop: under load, one write serves many requests. */
export function makeLog(level: LogLevel, write: (text: string) => void): Log {
  let waiting = ''
  const flush = (): void => {
    const text = waiting
    waiting = ''
    if (text) write(text)
  }
  const line = (own: Exclude<LogLevel, 'silent'>) => {
    if (LOG_LEVELS.indexOf(own) < LOG_LEVELS.indexOf(level)) return () => {}
    return (message: string, fields: Fields = {}): void => {
      if (!waiting) setImmediate(flush)
      waiting += `${JSON.stringify({ time: new Date().toISOString(), level: own, message, ...fields })}\n`
    }
  }
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error'), flush }
}

export const SILENT: Log = makeLog('silent', () => {})

/**
 * Standard output as a place to write to. Its reader may go (EPIPE) or its disk may be full (ENOSPC): then one line on standard
 * error says so, and the log is dropped from there on.
 */
export function standardOutput(): (text: string) => void {
  let broken = false
  process.stderr.on('error', () => {})
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (broken) return
    broken = true
    process.stderr.write(`Nobody reads the log any more (${error.code ?? error.message}). The server goes on without it.\n`)
  })
  return (text) => {
    if (!broken) process.stdout.write(text)
  }
}

/** What a fault is, for the log: its name and the lines that led to it. Messages may hold what a user typed, so they stay out. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' | ')
}
