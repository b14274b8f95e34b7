/** What a report says about itself as plain data: each fact with the printed line that proves it. */
import { gradeIn } from '../model/judgements.ts'
import type { FactName, Passage, PrintedFact, Section } from '../model/report.ts'
import { passagesOf } from '../model/report.ts'
import { dateRange, datesOfVisits } from './facts.ts'

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ')
const GREETING = /^Dear\b/
const CLOSING = /^Yours (sincerely|faithfully)/
/** Lines of a letter's address that hold a person or an office. */
const OFFICE = /\b(Director|Chief Executive|Head of|Commissioner|Leader)\b/
const PREVIOUS = /\b(?:previous|last) inspection\b/i
const PREVIOUS_HEADING = /^Previous (Ofsted )?inspections?/i
const PERSON = /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr)\.? )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'.-]*){1,3}$/u
/** A line with a label is short; a longer block with such a beginning is a sentence. */
const LONGEST_LABELLED = 160

/** Facts whose value follows a label. */
const LABELS: [FactName, RegExp, (value: string) => string | null][] = [
  ['inspected', /^Inspection dates?:?\s+(.+)$/i, (value) => interval(value)],
  ['published', /^(?:Report published|Published):?\s+(.+)$/i, (value) => dateRange(value)?.from ?? null],
  ['lead inspector', /^(?:Lead|Reporting) inspectors?(?: on site)?:?\s+(.+)$/i, (value) => value],
  ['unique reference number', /^(?:Unique reference number|(?:Local authority )?URN):?\s+(\d{4,8})\b/i, (value) => value],
  [
    'director of children’s services',
    /^(?:Interim |Acting )?(?:Corporate |Executive )?Director (?:of|for) Children[^:]{0,40}:\s+(.+)$/i,
    (value) => value,
  ],
]

/** Facts that sentences state; the value is the first group, else read from the sentence. */
const SENTENCES: [FactName, RegExp, (match: RegExpExecArray, sentence: string) => string | null][] = [
  ['number of inspectors', /\binspection team consisted of (\w+)\b/i, ([, word = '']) => count(word)],
  [
    'framework',
    /\b(?:in line with|under|in accordance with) the ((?:\p{L}|[’' -])*\((?:ILACS|JTAI)\) framework|[^.]{0,80}inspection framework)\b/iu,
    ([, name = '']) => name,
  ],
]

const interval = (text: string): string | null => {
  const days = datesOfVisits(text)
  return days && `${days.from}/${days.to}`
}
const count = (word: string): string | null => {
  if (/^\d+$/.test(word)) return word
  const at = NUMBERS.indexOf(word.toLowerCase())
  return at < 0 ? null : String(at + 1)
}

/**
 * Days and spans of days are ISO ("2019-02-04/2019-02-08"), everything else is as printed. A fact may stand more than once (two
 * previous inspections); each proof is the passage's own words.
 */
export function printedFacts(sections: Section[]): PrintedFact[] {
  const passages = sections.flatMap(passagesOf)
  const facts: PrintedFact[] = []
  const add = (name: FactName, value: string | null | undefined, { id, text }: Passage, printed = text): void => {
    const known = facts.some((fact) => fact.name === name && fact.value === value)
    if (value && !known) facts.push({ name, value: value.trim(), printed, passageId: id })
  }
  let heading = ''
  for (const passage of passages) {
    if (passage.kind === 'heading') heading = passage.text
    if (passage.text.length <= LONGEST_LABELLED)
      for (const [name, pattern, read] of LABELS) add(name, read(pattern.exec(passage.text)?.[1] ?? ''), passage)
    for (const { start, end } of passage.sentences) {
      const sentence = passage.text.slice(start, end)
      for (const [name, pattern, read] of SENTENCES) {
        const match = pattern.exec(sentence)
        if (match) add(name, read(match, sentence), passage, sentence)
      }
    }
    if (PREVIOUS_HEADING.test(heading) && PREVIOUS.test(passage.text)) {
      add('previous inspection', monthIn(passage.text), passage)
      add('previous grade', gradeIn(passage.text)?.grade, passage)
    }
  }
  ofLetter(passages, add)
  return facts
}

/** "May 2011" → "2011-05"; the months that reports print are whole. */
function monthIn(text: string): string | null {
  const match = /\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})\b/.exec(text)
  return match ? (dateRange(`1 ${match[0]}`)?.from.slice(0, 7) ?? null) : null
}

type Add = (name: FactName, value: string | null | undefined, passage: Passage) => void

/** Who a letter is written to, and who has signed it. */
function ofLetter(passages: Passage[], add: Add): void {
  const dear = passages.findIndex(({ text }) => GREETING.test(text))
  const signed = passages.findLastIndex(({ text }) => CLOSING.test(text))
  const head = passages.slice(0, Math.max(dear, 0))
  const at = head.findIndex(({ text }) => OFFICE.test(text))
  const office = head[at]
  if (office) {
    const [before = '', ...rest] = office.text.split(',')
    // "Jo Example, Director …" on one line, or the name on the line above its office
    const above = head[at - 1]
    const named = rest.length > 0 && PERSON.test(before) ? office : above && PERSON.test(above.text) ? above : null
    const name = named === office ? before : named?.text
    add('addressee', name ?? office.text, named ?? office)
    if (/\bDirector\b.*\bChildren/.test(office.text)) add('director of children’s services', name, named ?? office)
  }
  const signatory = signed < 0 ? undefined : passages[signed + 1]
  if (signatory) add('signatory', signatory.text, signatory)
}
