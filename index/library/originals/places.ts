/** Which words of the pages each stretch of a passage is: made while a file is read, from what its blocks are made of. */
import type { Printed, Spot } from '../../model/printed.ts'
import { passagesOf, type Report, type SourceText } from '../../model/report.ts'

/** `[start, end)` of a passage's text, in UTF-16 code units, stands at the spot. Both ends are at words, never at white space. */
export type Place = { start: number; end: number; spot: Spot }
/** By a passage's id without its report's, which may change. */
export type Places = Map<string, Place[]>

/** Null where the file has no pages. */
export function placesOf(report: Report, { blocks, printed }: Pick<SourceText, 'blocks' | 'printed'>): Places | null {
  if (printed.length === 0) return null
  const places: Places = new Map()
  let next = 0
  for (const passage of report.sections.flatMap(passagesOf)) {
    // passages are the blocks in their order: a format may leave one out, and changes none
    const at = blocks.findIndex((block, i) => i >= next && block.text === passage.text)
    if (at < 0) continue
    next = at + 1
    places.set(passage.id.slice(report.id.length), placed(passage.text, printed[at] ?? []))
  }
  return places
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** What has no width, or is no word's: it is left out of both sides. */
const UNSEEN = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/

type Letters = { letters: string; at: number[] }

/** The letters of a text without white space, raised figures as plain ones, and where each stands in it. */
export function lettersOf(text: string): Letters {
  let letters = ''
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    if (UNSEEN.test(letter)) continue
    const figure = RAISED.indexOf(letter)
    letters += figure < 0 ? letter : String(figure)
    at.push(i)
  }
  return { letters, at }
}

/**
 * Lays the words of the pages on the text that was made of them. Reading takes a list mark or a number off the
 * beginning and changes nothing else, so the text is the end of what was printed; where it is not (cells put in order,
 * words struck twice), each stretch is looked for by itself, after the one before first.
 */
export function placed(text: string, printed: Printed[]): Place[] {
  const { letters, at } = lettersOf(text)
  const stretches = unbroken(
    printed.map((one) => ({ ...one, ...lettersOf(one.text) })),
    letters,
  )
  const whole = stretches.map((one) => one.letters).join('')
  const taken = whole.length - letters.length
  const places: Place[] = []
  const put = (from: number, to: number, spot: Spot): void => {
    if (to > from) places.push({ start: at[from]!, end: at[to - 1]! + 1, spot })
  }
  if (whole.endsWith(letters)) {
    let done = -taken
    for (const one of stretches) {
      const to = done + one.letters.length
      if (to > 0) put(Math.max(0, done), to, cut(one, Math.max(0, -done)))
      done = to
    }
    return places
  }
  const free = new Uint8Array(letters.length).fill(1)
  let after = 0
  for (const one of stretches) {
    const from = freeAt(letters, one.letters, after, free)
    if (from < 0) continue
    after = from + one.letters.length
    free.fill(0, from, after)
    put(from, after, one.spot)
  }
  return places.sort((a, b) => a.start - b.start)
}

/** The stretches without the hyphens at their ends that reading has left out, since a typesetter broke a word there. */
function unbroken(stretches: (Printed & Letters)[], letters: string): (Printed & Letters)[] {
  let end = letters.length
  const fitted = stretches.toReversed().map((one) => {
    const half = one.letters.slice(0, -1)
    const isBroken = /[-\u2010]$/.test(one.letters) && !letters.endsWith(one.letters, end) && letters.endsWith(half, end)
    end = Math.max(0, end - (isBroken ? half : one.letters).length)
    return isBroken ? { ...one, letters: half } : one
  })
  return fitted.reverse()
}

/** Where the words stand in what no other words have been laid on, from `after` on or else before it; -1 where nowhere. */
function freeAt(letters: string, words: string, after: number, free: Uint8Array): number {
  if (!words) return -1
  const isFree = (at: number): boolean => free.subarray(at, at + words.length).every(Boolean)
  for (const begin of [after, 0])
    for (let at = letters.indexOf(words, begin); at >= 0; at = letters.indexOf(words, at + 1)) if (isFree(at)) return at
  return -1
}

/** A stretch whose first letters are a mark or number that is not in the text: its share of the width goes with them. */
function cut({ text, letters, at, spot }: Printed & Letters, dropped: number): Spot {
  if (dropped === 0 || letters.length === 0) return spot
  const share = (at[dropped] ?? text.length) / text.length
  return { ...spot, x: spot.x + spot.dx * share, y: spot.y + spot.dy * share, dx: spot.dx * (1 - share), dy: spot.dy * (1 - share) }
}
