/** Where a draft quotes: between marks, in block quotes, in indented paragraphs. */

import type { Steps } from '../work/steps.ts'
import type { DraftPart } from './draft-parts.ts'

export type Span = {
  how: 'marks' | 'block' | 'indented' | 'unmarked'
  /** `[start, end)` of the quoted words. */
  start: number
  end: number
  /** The same with its marks. */
  outer: [number, number]
  /** Other ends that single marks allow, since an apostrophe looks the same. */
  ends: number[]
  part: DraftPart
}

const OPENING = new Set(['“', '„', '«', '‟'])
const CLOSING = new Set(['”', '»'])
const DOUBLE = /[“”„«»‟"]/g
const SINGLE = /[‘’'‛]/g
/** The foot of a block quote, where its footnote marks stand, in characters. */
const TAIL = 200
/** What may stand before an opening mark. */
const BEFORE = /[\s([{—–\-/|>*_“"‘]/
const AFTER = /[\p{L}\p{N}[…£.(*_‘'“]/u
const WORDISH = /[\p{L}\p{N}]/u
/** Marks looked at for the end of one quotation: more within it is no writing, and the search stays linear. */
const MOST_MARKS = 200
/** Ends of a single-marked quotation that are tried; each is an apostrophe or the closing mark. */
const MOST_ENDS = 12

/** Marks and parts that are looked at in one step. */
const A_STEP = 500

/** No more than one beyond `most`: whoever asks refuses them then. */
export function* spansOf(text: string, parts: DraftPart[], most: number): Steps<Span[]> {
  const spans: Span[] = []
  for (const part of parts) {
    spans.push(...(part.kind === 'text' || part.kind === 'note' ? yield* marked(text, part, most) : yield* block(text, part, most)))
    if (spans.length > most) return spans.slice(0, most + 1)
    if (part.index % A_STEP === 0) yield A_STEP
  }
  return spans
}

/** A block quote that opens with a mark is quoted by its marks, and the rest of it is its citation. */
function* block(text: string, part: DraftPart, most: number): Steps<Span[]> {
  const body = text.slice(part.start, part.end)
  const lead = /^[\s>]*/.exec(body)?.[0].length ?? 0
  if (/[“"«‘']/.test(body[lead] ?? '')) {
    const inner = yield* marked(text, part, most)
    if (inner[0] && inner[0].outer[0] <= part.start + lead) return inner.map((span) => ({ ...span, how: 'block' }))
  }
  const start = part.start + lead
  const end = part.start + attributionAt(body)
  return end > start ? [{ how: part.kind === 'indented' ? 'indented' : 'block', start, end, outer: [start, end], ends: [], part }] : []
}

/** Where the citation at the foot of a block quote begins: a line with a dash, or a last bracket with a year or paragraph. */
function attributionAt(body: string): number {
  const dash = Math.max(
    ...['\n', '\n>', '\n> '].flatMap((line) => ['—', '–', '--', '- '].map((mark) => body.lastIndexOf(`${line}${mark}`))),
  )
  if (dash > 0 && /\d{4}|Ofsted|para/.test(body.slice(dash))) return dash
  const whole = body.trimEnd()
  const tail = Math.max(0, whole.length - TAIL)
  const trimmed = whole.slice(0, tail) + whole.slice(tail).replace(/(?:\[\^[\w-]{1,20}\])+$/, '')
  const open = trimmed.endsWith(')') || trimmed.endsWith(').') ? trimmed.lastIndexOf(' (') : -1
  if (open > 0 && /\b(?:19|20)\d\d\b|\bpara|\bpage|\bOfsted\b/.test(trimmed.slice(open))) return open
  return trimmed.length
}

function* marked(text: string, part: DraftPart, most: number): Steps<Span[]> {
  const doubles = yield* doubleMarked(text, part, most)
  return [...doubles, ...(yield* singleMarked(text, part, doubles, most))].sort((a, b) => a.start - b.start)
}

type Mark = { mark: string; at: number }
function* marksIn(text: string, part: DraftPart, signs: RegExp): Steps<Mark[]> {
  const marks: Mark[] = []
  for (const { 0: mark, index } of text.slice(part.start, part.end).matchAll(signs)) {
    marks.push({ mark, at: part.start + index })
    if (marks.length % A_STEP === 0) yield A_STEP
  }
  return marks
}

const span = (part: DraftPart, open: number, close: number, ends: number[] = []): Span => ({
  how: 'marks',
  start: open + 1,
  end: close,
  outer: [open, Math.min(part.end, close + 1)],
  ends,
  part,
})

function* doubleMarked(text: string, part: DraftPart, most: number): Steps<Span[]> {
  const marks = yield* marksIn(text, part, DOUBLE)
  const spans: Span[] = []
  for (let i = 0; i < marks.length && spans.length <= most; ) {
    const { mark, at } = marks[i]!
    yield MOST_MARKS / 10
    if (!opens(text, part, mark, at)) {
      i++
      continue
    }
    const closer = closerOf(text, marks, i, part)
    if (closer >= 0) spans.push(span(part, at, marks[closer]!.at))
    // Never closed: a quotation of several paragraphs, each opened with a mark, or a slip. Either way it is looked up.
    else spans.push({ ...span(part, at, part.end), outer: [at, part.end] })
    i = closer >= 0 ? closer + 1 : marks.length
  }
  return spans
}

function opens(text: string, part: DraftPart, mark: string, at: number): boolean {
  if (OPENING.has(mark)) return true
  const free = at === part.start || BEFORE.test(text[at - 1] ?? '')
  return free && (mark === '"' || mark === '”') && AFTER.test(text[at + 1] ?? '')
}

/** The mark that closes: of the same kind with nested pairs counted, then of the same kind, then of any kind. */
function closerOf(text: string, marks: Mark[], open: number, part: DraftPart): number {
  const first = marks[open]!.mark
  const straight = first === '"'
  let depth = 0
  const last = Math.min(marks.length, open + MOST_MARKS)
  for (let i = open + 1; i < last; i++) {
    const { mark, at } = marks[i]!
    if (straight) {
      if (mark === '"' && closes(text, at)) return i
    } else if (OPENING.has(mark)) depth++
    else if (CLOSING.has(mark) && depth-- === 0) return i
  }
  for (let i = open + 1; i < last; i++) {
    const { mark, at } = marks[i]!
    if (CLOSING.has(mark) || (mark === '"' && closes(text, at) && !opens(text, part, mark, at))) return i
  }
  return -1
}

/** After a space only where nothing opens: a stray space before the closing mark is a slip. */
const closes = (text: string, at: number): boolean => !/\s/.test(text[at - 1] ?? ' ') || !AFTER.test(text[at + 1] ?? '')

function* singleMarked(text: string, part: DraftPart, doubles: Span[], most: number): Steps<Span[]> {
  let passed = 0
  const inside = (at: number): boolean => {
    while (passed < doubles.length && doubles[passed]!.outer[1] <= at) passed++
    return (doubles[passed]?.outer[0] ?? at + 1) <= at
  }
  const marks = (yield* marksIn(text, part, SINGLE)).filter(({ at }) => !inside(at))
  const spans: Span[] = []
  for (let i = 0; i < marks.length && spans.length <= most; i++) {
    const { mark, at } = marks[i]!
    yield MOST_MARKS
    const free = at === part.start || BEFORE.test(text[at - 1] ?? '')
    if (!free || mark === '’' || !AFTER.test(text[at + 1] ?? '') || /^\d\ds\b/.test(text.slice(at + 1, at + 5))) continue
    const ends: number[] = []
    for (let j = i + 1; j < Math.min(marks.length, i + MOST_MARKS) && ends.length < MOST_ENDS && marks[j]!.mark !== '‘'; j++) {
      const close = marks[j]!.at
      if (closes(text, close) && !WORDISH.test(text[close + 1] ?? '')) ends.push(close)
    }
    // Within one kind of marks the other kind is an apostrophe, or a quotation within the quotation.
    const alike = ends.filter((end) => (text[end] === "'") === (mark === "'"))
    if (alike.length > 0) ends.splice(0, ends.length, ...alike)
    const close = ends.find((end) => !possessive(text, end)) ?? ends.at(-1)
    if (close === undefined) continue
    spans.push(
      span(
        part,
        at,
        close,
        ends.filter((end) => end !== close),
      ),
    )
    while (i + 1 < marks.length && marks[i + 1]!.at <= close) i++
  }
  return spans
}

/** "families' wishes": an apostrophe after an s, with the sentence going on. */
export const possessive = (text: string, at: number): boolean =>
  /s/i.test(text[at - 1] ?? '') && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))
