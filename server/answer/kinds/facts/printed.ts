/** Where a report prints what it says of itself. */
import { datesOfVisits } from '../../../../index/formats/facts.ts'
import { type FactName as ModelFact, type PrintedFact, passagesOf, type Report } from '../../../../index/model/report.ts'
import type { Corpus, Placed } from '../../../../index/search/corpus.ts'
import type { FactName } from '../../asks.ts'
import { overallOf } from '../../grades.ts'
import { type Line, LONGEST_LINE, linesWith } from './lines.ts'
import { staffAndHomes } from './staff-and-homes.ts'

/** Of sentences that tell the same, so many are enough (2 to 4). */
const MOST_SENTENCES = 3
/** A letter's date, addressee and salutation stand among its first passages (16 to 40): 20 lines are the longest head seen. */
const HEAD = 30
const placedOf = (report: Report, corpus: Corpus): Placed[] =>
  report.sections.flatMap(passagesOf).flatMap(({ id }) => corpus.passages.get(id) ?? [])

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’]/g, "[’']")
/** "Alison Smale Her Majesty’s Inspector" → "Alison Smale". */
export const bareName = (name: string): string => (name.split(/\b(?:(?:Her|His) Majesty|S?HMI\b|OI\b)/i)[0] ?? '').trim().replace(/,$/, '')

const facts = (placed: Placed[]): Placed[] => placed.filter(({ passage }) => passage.speaker.voice === 'fact')

function leadLines({ leadInspector }: Report, placed: Placed[]): Line[] {
  const labelled = linesWith(/(?<!deputy )\b(?:lead|reporting) inspector:?\s+\S.*/i, facts(placed), 1)
  if (labelled.length > 0 || !leadInspector) return labelled
  const name = new RegExp(literal(bareName(leadInspector)))
  const inFacts = linesWith(name, facts(placed), 1)
  return inFacts.length > 0 ? inFacts : linesWith(name, placed, 1)
}

function inspectorLines(report: Report, placed: Placed[]): Line[] {
  const names = [report.leadInspector, ...report.inspectors].flatMap((name) => (name ? [literal(bareName(name))] : []))
  if (names.length === 0) return []
  const lines = linesWith(new RegExp(names.join('|')), facts(placed))
  return lines.length > 0 ? lines : leadLines(report, placed)
}

/** The day, or days, by which the report is known. */
function dayLines(days: { from: string; to: string } | null, placed: Placed[]): Line[] {
  if (!days) return []
  for (const one of placed) {
    const { text, sentences } = one.passage
    const at = sentences.findIndex(({ start, end }) => {
      const found = datesOfVisits(text.slice(start, end))
      return found !== null && (found.to === days.to || (found.from === days.from && found.to > days.from))
    })
    if (at >= 0) return [{ placed: one, sentences: text.length <= LONGEST_LINE ? null : [at, at], mark: null }]
  }
  return []
}

/** "Dear Ms Brown", and the lines above it from the letter's date on: who is written to. */
function addresseeLines({ published }: Report, placed: Placed[]): Line[] {
  const head = placed.slice(0, HEAD)
  const dear = head.findIndex(({ passage }) => /^Dear\b/.test(passage.text))
  if (dear < 0) return []
  const dated = head.findIndex(({ passage }) => datesOfVisits(passage.text)?.to === published)
  const office = head.findIndex(({ passage }) => /\b(?:Director|Chief Executive|Councillor|Leader)\b/.test(passage.text))
  const from = dated >= 0 && dated < dear ? dated + 1 : office > 0 ? office - 1 : dear
  const until = office >= from ? office + 1 : from + 1
  return [...head.slice(from, Math.min(until, dear)), ...head.slice(dear, dear + 1)].map((one) => ({
    placed: one,
    sentences: null,
    mark: null,
  }))
}

/** The name at the foot of a letter, with what stands beneath it. */
function signedLines({ leadInspector }: Report, placed: Placed[]): Line[] {
  if (!leadInspector) return []
  const name = new RegExp(`^\\W*${literal(bareName(leadInspector))}`)
  const at = placed.findLastIndex(({ passage }) => name.test(passage.text))
  const isFoot =
    at >= 0 &&
    (placed[at]?.passage.text.length ?? 0) <= LONGEST_LINE &&
    at > placed.findIndex(({ passage }) => /^Dear\b/.test(passage.text))
  if (!isFoot) return []
  const beneath = /inspector/i.test(placed[at + 1]?.passage.text ?? '') ? 2 : 1
  return placed.slice(at, at + beneath).map((one) => ({ placed: one, sentences: null, mark: null }))
}

const GRADE = '(?:outstanding|good|inadequate|adequate|requir\\w+ improvement)'
const EARLIER =
  /\b(?:last|previous|prior)\b(?:\W+[\w’']+){0,4}?\W+inspect\w*|\b(?:last|previously) inspected\b|\binspection (?:in|of) (?:19|20)\d\d\b/i
/** Schools are inspected too. */
const OF_OTHERS = /\b(?:schools?|nurser(?:y|ies)|(?:children|early years) cent\w+)\b/i
const DATED = /\b(?:19|20)\d\d\b/
const GRADED = new RegExp(
  `\\b(?:judged?|judge?ments?|graded?|rated)\\b.{0,80}\\b${GRADE}\\b|\\b${GRADE}\\b.{0,60}\\b(?:judged?|graded?|rated)\\b`,
  'i',
)

/** Sentences that tell when the council was inspected before, and with what grade; those that tell both first. */
function previousLines(placed: Placed[]): Line[] {
  const told = placed.flatMap((one) => {
    const { passage } = one
    if (!passage.evidence || passage.speaker.voice === 'fact') return []
    return passage.sentences.flatMap(({ start, end }, at) => {
      const text = passage.text.slice(start, end)
      if (!EARLIER.test(text) || OF_OTHERS.test(text)) return []
      // "The last full inspection was in August 2015. All of the judgements were …"
      const next = passage.sentences[at + 1]
      const after = next ? passage.text.slice(next.start, next.end) : ''
      const runs = !GRADED.test(text) && GRADED.test(after)
      const graded = GRADED.test(text) || runs
      const weight = Number(DATED.test(text)) + 2 * Number(graded)
      return weight < 2 && !(weight === 1 && text.endsWith(':')) ? [] : [{ one, at, to: runs ? at + 1 : at, weight }]
    })
  })
  const best = told.sort((a, b) => b.weight - a.weight || a.one.ordinal - b.one.ordinal).slice(0, MOST_SENTENCES)
  return best.flatMap(({ one, at, to }) => [
    { placed: one, sentences: [at, to] as [number, number], mark: null },
    ...listBelow(one, placed),
  ])
}

/** "The judgements for the local authority were:", with the lines that follow. */
function listBelow(lead: Placed, placed: Placed[]): Line[] {
  if (!/:\s*$/.test(lead.passage.text)) return []
  const from = placed.indexOf(lead) + 1
  const graded = new RegExp(`^[^.]{3,90}[:–-] ?${GRADE}`, 'i')
  const end = placed.findIndex(({ passage }, i) => i >= from && !graded.test(passage.text))
  return placed.slice(from, end < 0 ? undefined : end).map((one) => ({ placed: one, sentences: null, mark: null }))
}

const DIRECTOR =
  /\bdirector (?:of|for) children\b.{0,60}\b(?:in post|appoint\w*|interim|started|took up|is|was)\b|\b(?:interim|new|permanent) director (?:of|for) children\b/i

/** The names by which the report's own facts hold what is asked for. */
const IN_MODEL: Partial<Record<FactName, ModelFact[]>> = {
  lead: ['lead inspector'],
  'team size': ['number of inspectors'],
  inspected: ['inspected'],
  published: ['published'],
  director: ['director of children’s services'],
  urn: ['unique reference number'],
  framework: ['framework'],
  previous: ['previous inspection', 'previous grade'],
}

/** The facts of a report that are asked for. A framework "of the last inspection" is not this one's. */
export const modelFacts = (fact: FactName, { facts }: Report): PrintedFact[] =>
  facts.filter(({ name, printed }) => IN_MODEL[fact]?.includes(name) && (name !== 'framework' || !EARLIER.test(printed)))

/** Their lines, or the sentences of longer passages that print them. */
function modelLines(fact: FactName, report: Report, corpus: Corpus): Line[] {
  const lines = modelFacts(fact, report).flatMap(({ printed, passageId }): Line[] => {
    const placed = corpus.passages.get(passageId)
    if (!placed) return []
    const { text, sentences } = placed.passage
    const at = text.length <= LONGEST_LINE ? -1 : sentences.findIndex(({ start, end }) => text.slice(start, end).includes(printed))
    return [{ placed, sentences: at < 0 ? null : [at, at], mark: null }]
  })
  return lines.filter(
    (line, i) => lines.findIndex(({ placed, sentences }) => placed === line.placed && String(sentences) === String(line.sentences)) === i,
  )
}

/** The lines of a report that print a fact, in their order; none where it prints no such thing. */
export function printed(fact: FactName, report: Report, corpus: Corpus): Line[] {
  const lines = modelLines(fact, report, corpus)
  return lines.length > 0 && fact !== 'previous' ? lines : found(fact, report, corpus, lines)
}

/** What the model lacks. @param known what it has */
function found(fact: FactName, report: Report, corpus: Corpus, known: Line[]): Line[] {
  const placed = placedOf(report, corpus)
  switch (fact) {
    case 'deputy':
    case 'homes':
    case 'director in post':
    case 'chair in post':
    case 'chief executive in post':
      return staffAndHomes(fact, placed)
    case 'grade':
      return overallOf(report).flatMap(({ passageId }) =>
        [corpus.passages.get(passageId) ?? []].flat().map((one) => ({ placed: one, sentences: null, mark: null })),
      )
    case 'lead':
      return leadLines(report, placed)
    case 'inspectors':
      return inspectorLines(report, placed)
    case 'team size': {
      const counted = linesWith(/\b(?:inspection team|team of|carried out by|consisted of)\b.{0,60}\binspectors?\b/i, facts(placed), 1)
      // the lead inspector alone is no team
      return counted.length > 0 ? counted : report.inspectors.length > 0 ? inspectorLines(report, placed) : []
    }
    case 'inspected':
      return dayLines(report.inspected, [...facts(placed), ...placed.slice(0, HEAD)])
    case 'published': {
      const day = report.published
      return day ? dayLines({ from: day, to: day }, [...facts(placed), ...placed.slice(0, HEAD)]) : []
    }
    case 'signed':
      return signedLines(report, placed)
    case 'addressee':
      return addresseeLines(report, placed)
    case 'director':
      return [
        ...addresseeLines(report, placed),
        ...linesWith(
          DIRECTOR,
          placed.filter(({ passage }) => passage.evidence),
          MOST_SENTENCES,
        ),
      ]
    case 'urn':
      return report.urn ? linesWith(new RegExp(`\\b${report.urn}\\b`), placed, 1) : []
    case 'previous': {
      const told = previousLines(placed)
      return told.length > 0 ? told : known
    }
    case 'framework':
      return linesWith(/\b(?:in line with|in accordance with|under) the\b.{0,120}\bframework\b/i, facts(placed), 1)
  }
}
