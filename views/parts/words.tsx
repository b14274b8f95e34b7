/** A stretch of a report with its marks. Reports are read as plain text, and stay so: nothing here is raw HTML. */

/** Asterisks around words are how extraction from a PDF left its italics. They are drawn as such; the text keeps them. */
const EMPHASIS = /\*(\S(?:[^*]*\S)?)\*/g

/** `at`: `[start, end)` in the text. `look`: the quote itself, a mention of words looked for, or the mention that is shown. */
export type Mark = { at: [number, number]; id?: string | undefined; look?: 'mention' | 'here' | 'near' }

/** `marks` in order, apart from each other. */
type Props = { text: string; marks?: Mark[] }
type Piece = { text: string; em: boolean; mark: number }

/** Cuts the text wherever a mark or an emphasis begins or ends, and leaves out the asterisks. */
function pieces(text: string, marks: Mark[]): Piece[] {
  const italics = [...text.matchAll(EMPHASIS)].map(({ 0: whole, index }) => [index, index + whole.length] as const)
  const cuts = new Set([0, text.length, ...marks.flatMap(({ at }) => at), ...italics.flatMap(([from, to]) => [from, from + 1, to - 1, to])])
  const ordered = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b)
  return ordered.slice(0, -1).flatMap((start, i) => {
    const end = ordered[i + 1]!
    const italic = italics.find(([from, to]) => start >= from && end <= to)
    if (italic && (start === italic[0] || end === italic[1])) return []
    return [
      { text: text.slice(start, end), em: italic !== undefined, mark: marks.findIndex(({ at: [from, to] }) => start >= from && end <= to) },
    ]
  })
}

export const Words = ({ text, marks = [] }: Props) => {
  const runs: Piece[][] = []
  for (const piece of pieces(text, marks)) {
    const run = runs.at(-1)
    if (run && run[0]!.mark === piece.mark) run.push(piece)
    else runs.push([piece])
  }
  return (
    <>
      {runs.map((run) => {
        const mark = marks[run[0]!.mark]
        const inside = run.map((piece) => (piece.em ? <em>{piece.text}</em> : piece.text))
        if (!mark) return inside
        return (
          <mark id={mark.id} class={mark.look && `mark--${mark.look}`}>
            {inside}
          </mark>
        )
      })}
    </>
  )
}
