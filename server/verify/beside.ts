/** What stands beside a quotation and says where it is from: the nearest words first. */

import type { Bond } from './claims.ts'
import type { DraftPart } from './draft-parts.ts'
import type { Span } from './spans.ts'

export type Beside = { words: string; bond: Bond }

/** Longest citation in brackets, and longest sentence read, in characters. */
const LONGEST = 600
/** Earlier sentences of the paragraph that still speak of the quotation. */
const EARLIER_SENTENCES = 3
const BRACKET = /^[\s"”’'».,;:]{0,6}[([]([^()[\]]{0,300})[)\]]/
const DASH = /^[\s"”’'».,;:>]{0,8}(?:—|–|--|-) ?([^\n]{0,300})/
const NOTE_MARKS = /^["”’'».,;:)\s]{0,4}((?:\[\^?[\w-]{1,20}\]){1,4})/
const SENTENCE_END = /[.!?]["”’'»)\]]{0,3}(?:\[\^?[\w-]{1,20}\]){0,4}\s+(?=["“‘'«([]?\p{Lu})|\n\s*\n/gu

export type Draft = { text: string; parts: DraftPart[]; spans: Span[]; notes: Map<string, string>; masked: string }

/** The draft with the words of its quotations blanked out, so that they are not taken for words about them. */
export function draftOf(text: string, parts: DraftPart[], spans: Span[]): Draft {
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start < at) continue
    // A full stop within the marks still ends the sentence.
    const stop = /[.!?]/.test(text[end - 1] ?? '') ? 1 : 0
    pieces.push(text.slice(at, start), ' '.repeat(Math.max(0, end - start - stop)), text.slice(end - stop, end))
    at = end
  }
  pieces.push(text.slice(at))
  const notes = new Map<string, string>()
  for (const { note, start, end } of parts) if (note) notes.set(note, text.slice(start, end).replace(/^\s*\[\^?[\w-]+\]:?/, ''))
  return { text, parts, spans, notes, masked: pieces.join('') }
}

/** Nearest first. Within one, everything named is said of the quotation. */
export function besideOf(draft: Draft, index: number): Beside[] {
  const { masked, notes, spans } = draft
  const span = spans[index]!
  const { part } = span
  const [from, to] = span.outer
  const found: Beside[] = []
  const say = (words: string, bond: Bond): void => {
    const cut = words.slice(0, LONGEST)
    if (/\p{L}|\d/u.test(cut)) found.push({ words: cut, bond })
  }
  const after = draft.text.slice(to, to + LONGEST)
  const marks = NOTE_MARKS.exec(after)?.[1] ?? ''
  const within =
    draft.text
      .slice(span.start, span.end)
      .match(/\[\^[\w-]{1,20}\]/g)
      ?.slice(-3) ?? []
  for (const mark of [...marks.matchAll(/\[\^?([\w-]+)\]/g), ...within.map((one) => [one, one.slice(2, -1)])]) {
    const words = notes.get(mark[1]!)
    if (words) say(words, 'citation')
  }
  say(BRACKET.exec(after.replace(NOTE_MARKS, ''))?.[1] ?? '', 'citation')
  if (part.kind === 'note') say(draft.text.slice(part.start, from) + draft.text.slice(to, part.end), 'citation')
  if (part.kind !== 'text') {
    say(draft.text.slice(to, part.end), 'citation')
    const next = draft.parts[part.index + 1]
    const words = next && masked.slice(next.start, next.end).trim()
    if (words && /^(?:—|–|-|\(|Source\b|Ofsted,)/.test(words)) say(words, 'citation')
  } else if (DASH.test(after)) say(masked.slice(to, to + LONGEST).match(DASH)?.[1] ?? '', 'sentence')

  const paragraph = part.kind === 'block' || part.kind === 'indented' ? before(draft, part) : part
  if (!paragraph) return found
  const start = paragraph === part ? from : paragraph.end
  const base = Math.max(paragraph.start, start - LONGEST * 3)
  const head = masked.slice(base, start)
  const ends = Array.from(head.matchAll(SENTENCE_END), ({ 0: end, index: at }) => base + at + end.length)
  const sentence = ends.at(-1) ?? base
  const previous = spans[index - 1]
  const clause = previous && previous.part === part ? Math.max(sentence, previous.outer[1]) : sentence
  say(masked.slice(clause, start), 'sentence')
  if (paragraph === part) {
    const tail = masked.slice(Math.max(from, to - 2), Math.min(part.end, to + LONGEST))
    const stop = new RegExp(SENTENCE_END.source, 'u').exec(tail)
    const finish = stop ? Math.max(from, to - 2) + stop.index + 1 : Math.min(part.end, to + LONGEST)
    const following = spans[index + 1]
    say(masked.slice(to, Math.max(to, following && following.part === part ? Math.min(finish, following.outer[0]) : finish)), 'sentence')
    say(masked.slice(sentence, Math.max(sentence, finish)), 'sentence')
  }
  const starts = [base, ...ends]
  for (let i = starts.length - 2; i >= 0 && i >= starts.length - 1 - EARLIER_SENTENCES; i--)
    say(masked.slice(starts[i], starts[i + 1]), 'sentence')
  return found
}

/** The paragraph that introduces a block quote. */
function before(draft: Draft, part: DraftPart): DraftPart | null {
  for (let i = part.index - 1; i >= Math.max(0, part.index - 5); i--) if (draft.parts[i]!.kind === 'text') return draft.parts[i]!
  return null
}
