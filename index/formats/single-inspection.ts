/** Single inspections, 2013 to 2018, and their re-inspections: a local authority and, as a second part, its safeguarding board. */
import { isBoilerplate } from '../boilerplate.ts'
import { datesOfVisits, labelled, licenceOf } from '../facts.ts'
import type { Format, MarkedBlock, Role } from '../formats.ts'
import { gradeIn, gradeOf, singleAreaIn } from '../judgements.ts'
import type { Block, Facts, Speaker } from '../report.ts'

const FINDING: Speaker = { name: 'Ofsted', voice: 'finding', reason: 'a passage of the inspection report' }
const RECOMMENDATION: Speaker = { name: 'Ofsted', voice: 'recommendation', reason: 'listed under “Recommendations” or “Areas for improvement”' }
const JUDGEMENT: Speaker = { name: 'Ofsted', voice: 'judgement', reason: 'a printed judgement' }
const FACT: Speaker = { name: 'Ofsted', voice: 'fact', reason: 'printed at the head of the report' }
const DEFINITION: Speaker = { name: 'Ofsted', voice: 'definition', reason: 'says what a grade means' }
const FURNITURE: Speaker = { name: 'Ofsted', voice: 'furniture', reason: 'the same in every report' }

const BOARD = 'Local Safeguarding Children Board'
const TITLE = /^(Re-?inspection|Inspection) of (the )?(local authority )?services for children in need of help and protection/i
const BOARD_PART = /^(Section 2\b|The (effectiveness of the )?(Local Safeguarding Children Board|LSCB)\b|[\p{L} -]*Safeguarding Children Board$)/iu
const ENTRY = /^(Contents|Executive summary|Section 1\b|The local authority|Summary of (key )?findings)/i
const OVERALL = /^(Children[’']s services in\b|The overall judge?ment\b|Overall effectiveness\b)/i
const BOARD_GRADE = /^(The )?(judge?ment (for|of|about) )?(the )?(effectiveness of )?(the )?(Local Safeguarding Children( Board)?|LSCB|[\p{L} -]*Safeguarding Children Board)( \(\p{L}*\))?,? (is|requires?|are)\b/iu
/** Sentences that state a grade are short; longer ones argue. */
const LONGEST_STATEMENT = 24

/** Printed where there is nothing to recommend. */
const NO_ACTION = /^There (are|were|is) no\b/

/** What the blocks under a heading are. */
type Zone = 'cover' | 'contents' | 'definition' | 'method' | 'team' | 'improve' | 'body'
const ZONES: [RegExp, Zone][] = [
  [/^Contents\b/i, 'contents'],
  [/^What the .*judge?ments? mean/i, 'definition'],
  [/^(The )?(LSCB|local authority|Local Safeguarding Children Board) is likely to be/i, 'definition'],
  [/^(Information about (this|the [\p{L} ]*) ?inspection|How to complain|About (this|the) inspection)/iu, 'method'],
  [/^The inspection team/i, 'team'],
  [/^(Recommendations?\b|What does .* need to improve|What needs to improve|Areas for improvement|Priority (and immediate )?actions?)/i, 'improve'],
]

export const singleInspection: Format = {
  name: 'single inspection',
  matches: ({ blocks }) => blocks.slice(0, 12).some(({ text }) => TITLE.test(text)),

  read({ blocks }) {
    const marked: MarkedBlock[] = []
    const judged = new Set<string>()
    let zone: Zone = 'cover'
    let level = 0
    let part: string | null = null
    let numbered = false

    blocks.forEach((block, i) => {
      const add = (role: Role, speaker: Speaker, more: Partial<MarkedBlock> = {}): void => {
        marked.push({ ...block, role, part, speaker, ...more })
      }
      const judges = judgementIn(block)
      if (isHeading(block, judges)) {
        const named: Zone | undefined = ZONES.find(([pattern]) => pattern.test(block.text))?.[1]
        if (zone === 'cover' && !ENTRY.test(block.text) && named !== 'definition') {
          if (judges && (OVERALL.test(block.text) || BOARD_GRADE.test(block.text))) return add('judgement', JUDGEMENT, { judges, kind: 'text', part: partOf(judges.area) })
          return add(/^(Inspection|Report) /.test(block.text) && /\d{4}/.test(block.text) ? 'fact' : 'title', FACT)
        }
        if (BOARD_PART.test(block.text) || (zone !== 'cover' && judges?.area === BOARD)) part = BOARD
        const inner = level > 0 && block.level > level && !judges
        if (named) {
          if (zone !== named || !inner) level = block.level
          numbered = false
        } else if (!inner || !['improve', 'definition', 'method'].includes(zone)) level = 0
        zone = named ?? (inner && ['improve', 'definition', 'method'].includes(zone) ? zone : 'body')
        if (zone === 'method') part = null
        const evident = judges && zone === 'body' ? { judges } : {}
        if (judges && block.kind === 'row') return add('heading', JUDGEMENT, { ...evident, kind: 'heading', level: 1, cells: null })
        return add('heading', zone === 'definition' ? DEFINITION : judges ? JUDGEMENT : zone === 'contents' || zone === 'method' ? FURNITURE : FINDING, { ...evident, kind: 'heading' })
      }
      if (/^[¹²³⁴-⁹]/.test(block.text)) return add('footnote', FURNITURE)
      if (isBoilerplate(block.text) || /^Any complaints about (the|this) inspection/i.test(block.text)) return add('furniture', FURNITURE)
      if (zone === 'cover') {
        const key = judges && `${partOf(judges.area)} ${judges.area}`
        if (judges && key && !judged.has(key) && (block.kind === 'row' || OVERALL.test(block.text) || BOARD_GRADE.test(block.text))) {
          judged.add(key)
          return add('judgement', JUDGEMENT, { judges, part: partOf(judges.area) })
        }
        if (block.kind === 'row' || LABELLED.test(block.text)) return add('fact', FACT)
        return i < 3 ? add('title', FACT) : add('definition', DEFINITION)
      }
      if (zone === 'contents') return block.kind === 'row' ? add('contents', FURNITURE) : add('body', FINDING)
      if (zone === 'definition') return add('definition', DEFINITION)
      if (zone === 'method') return add('furniture', FURNITURE)
      if (zone === 'team') return add('fact', FACT)
      if (zone !== 'improve') return add('body', FINDING)
      if (block.number) numbered = true
      const leads = block.text.endsWith(':') && !block.number && block.kind !== 'item'
      if (leads || NO_ACTION.test(block.text) || !(block.number || block.kind === 'item')) return add('body', FINDING)
      add('body', RECOMMENDATION, { level: block.kind === 'item' && numbered ? 1 : block.level })
    })
    return { facts: factsOf(blocks, marked), blocks: marked }
  },
}

const LABELLED = /^(Inspection dates?|Report published|Published|Lead inspector|Inspection date and)\b/i
const partOf = (area: string): string | null => (area === BOARD ? BOARD : null)

/** Headings, and the rows that head a chapter with its grade. */
const isHeading = (block: Block, judges: MarkedBlock['judges'] | null): boolean =>
  block.kind === 'heading' || (block.kind === 'row' && !!judges && !/^\d/.test(block.text) && /^The |^Leadership/.test(block.text))

/** The area and grade that a row, heading or short sentence states; null for any other block. */
function judgementIn(block: Block): ({ area: string; grade: string; point: 1 | 2 | 3 | 4 }) | null {
  if (block.text.split(' ').length > LONGEST_STATEMENT || block.text.includes(' because')) return null
  const cell = block.kind === 'row' ? gradeOf(block.cells?.at(-1) ?? '') : null
  const grade = block.kind === 'row' ? cell : gradeIn(block.text)
  if (!grade) return null
  const words = block.kind === 'row' ? (block.cells?.slice(0, -1).join(' ') ?? '') : block.text
  const area = OVERALL.test(block.text) ? 'Overall effectiveness' : BOARD_GRADE.test(block.text) ? BOARD : singleAreaIn(words)
  return area && (block.kind === 'row' || statesAtEnd(block.text)) ? { area, grade: grade.grade, point: grade.point } : null
}

/** "… is good.", "… is that it requires improvement": the grade ends the sentence, and a verb leads to it. */
function statesAtEnd(text: string): boolean {
  const sentence = text.replace(/[.\s¹²³⁴-⁹]+$/u, '')
  const grade = gradeIn(sentence)
  if (!grade || grade.at + grade.text.length !== sentence.length) return false
  return /^require/i.test(grade.text) || /\b(is|are|be|as|was|were)[:,]? $/.test(sentence.slice(0, grade.at))
}

function factsOf(blocks: Block[], marked: MarkedBlock[]): Partial<Facts> {
  const titles = marked.filter(({ role, text }) => role === 'title' && text !== 'and').map(({ text }) => text.replace(/[⁰¹²³⁴-⁹]+$/u, ''))
  const start = titles.findIndex((title) => TITLE.test(title))
  const council = start > 0 ? titles[start - 1] : undefined
  const subject = start < 0 ? titles : titles.slice(start)
  const title = subject.slice(1).reduce((whole, line) => (/\band$/.test(whole) ? `${whole} ${line}` : /^Review/.test(line) ? `${whole} and ${line}` : whole), subject[0] ?? '')
  const dates = labelled(blocks, /^Inspection dates?:/i)
  const published = labelled(blocks, /^(Report published|Published):/i)
  const lead = labelled(blocks, /Lead inspector:?/i)
  const team = labelled(blocks, /^Team inspectors?:?/i)
  return {
    kind: 'single_inspection',
    publisher: 'Ofsted',
    framework: 'Single inspection framework',
    scale: 'requiresImprovement',
    licence: licenceOf(blocks),
    title: council ? `${council}: ${title}` : title,
    ...(council && { council }),
    ...(dates && { inspected: datesOfVisits(dates) }),
    ...(published && { published: datesOfVisits(published)?.from ?? null }),
    ...(lead && { leadInspector: lead }),
    ...(lead && { inspectors: [lead, ...(team?.split(/, | and /) ?? [])].map((name) => name.trim()).filter(Boolean) }),
  }
}
