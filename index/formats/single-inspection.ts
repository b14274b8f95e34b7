/** Single inspections, 2013 to 2018, and their re-inspections: a local authority and, as a second part, its safeguarding board. */

import { gradeIn, gradeOf, singleAreaIn } from '../model/judgements.ts'
import type { Block, Facts, Speaker } from '../model/report.ts'
import { isBoilerplate } from './boilerplate.ts'
import { datesOfVisits, labelled, licenceOf } from './facts.ts'
import type { Format, MarkedBlock, Role } from './format.ts'
import { BOILERPLATE, CONTENTS, DEFINITION, FINDING, FOOTNOTE, HEAD_FACT, PRINTED_GRADE, RECOMMENDED, TABLE_HEAD } from './speakers.ts'

const BOARD = 'Local Safeguarding Children Board'
const TITLE =
  /^((Re-?inspection|Inspection) of (the )?(local authority )?services for children in need of help and protection|Review of the effectiveness of the Local Safeguarding Children Board)/i
const BOARD_PART =
  /^(Section 2\b|The (effectiveness of the )?(Local Safeguarding Children Board|LSCB)\b|[\p{L} -]*Safeguarding Children Board$)/iu
const ENTRY = /^(Contents|Executive summary|Section 1\b|The local authority|Summary of (key )?findings)/i
const OVERALL = /^(Children[’']s services (in|on|is|are|requires?)\b|The overall judge?ment\b|Overall effectiveness\b)/i
const BOARD_GRADE =
  /^(The )?(judge?ment (for|of|about) )?(the )?(effectiveness of )?(the )?(Local Safeguarding Children( Board)?|LSCB|[\p{L} -]*Safeguarding Children Board)( \(\p{L}*\))?,? (is|requires?|are)\b/iu
/** Sentences that state a grade are short; longer ones argue. */
const LONGEST_STATEMENT = 240

const COLUMN_HEADS = /^(Key )?judge?ment (judge?ment )?grade$/i
/** "Report published: 10 February 2015"; a longer block with such a beginning is a sentence. */
const LONGEST_LABELLED = 70
/** Title lines that are not set as headings stand this early. */
const TITLE_BLOCKS = 3
/** Printed where there is nothing to recommend. */
const NO_ACTION =
  /^(There (are|were|is) no|No (areas|priority|immediate|recommendations)|(The inspection|Inspectors) (did not|have not) (find|found|identif))/i

/** What the blocks under a heading are. */
type Zone = 'cover' | 'contents' | 'definition' | 'method' | 'team' | 'improve' | 'body'
const ZONES: [RegExp, Zone][] = [
  [/^Contents\b/i, 'contents'],
  [/^What the .*judge?ments? mean/i, 'definition'],
  [/^(The )?(LSCB|local authority|Local Safeguarding Children Board) is likely to be/i, 'definition'],
  [/^(Information about (this|the [\p{L} ]*) ?(inspection|review)|How to complain|About (this|the) inspection)/iu, 'method'],
  [/^The inspection team/i, 'team'],
  [
    /^(Recommendations?\b|What does .* need to improve|What needs to improve|Areas for improvement|Priority (and immediate )?actions?)/i,
    'improve',
  ],
  // chapters that follow such a list, whatever level their headings have
  [/\bstrengths\b|^(Summary for|Progress since)\b/i, 'body'],
]

/** Zones with headings of their own. */
const HAS_HEADINGS: ReadonlySet<Zone> = new Set(['improve', 'definition', 'method'])

export const singleInspection: Format = {
  name: 'single inspection',
  matches: ({ blocks }) => blocks.slice(0, 12).some(({ text }) => TITLE.test(text)),

  read({ blocks }) {
    const state: State = { zone: 'cover', level: 0, part: null, numbered: false, judged: new Set() }
    const marked = blocks.map((block, i) => {
      const judges = judgementIn(block)
      return isHeading(block, judges) ? markHeading(block, judges, state) : markText(block, judges, state, i)
    })
    return { facts: factsOf(blocks, marked), blocks: marked }
  },
}

/** What has been read so far says what a block is. */
type State = {
  zone: Zone
  /** The level of the heading that began the zone; 0 in running text. */
  level: number
  part: string | null
  /** The list of recommendations has numbers, so that bullets are parts of its points. */
  numbered: boolean
  judged: Set<string>
}
type Stated = NonNullable<MarkedBlock['judges']>

function markHeading(block: Block, judges: Stated | null, state: State): MarkedBlock {
  const as = (role: Role, speaker: Speaker, more: Partial<MarkedBlock> = {}): MarkedBlock => ({
    ...block,
    role,
    part: state.part,
    speaker,
    ...more,
  })
  const named = ZONES.find(([pattern]) => pattern.test(block.text))?.[1]
  if (state.zone === 'cover' && !ENTRY.test(block.text) && named !== 'definition') {
    if (judges && statesWhole(block, judges)) return as('judgement', PRINTED_GRADE, { judges, kind: 'text', part: partOf(judges.area) })
    return as(isLabelled(block) ? 'fact' : 'title', HEAD_FACT)
  }
  if (BOARD_PART.test(block.text) || (state.zone !== 'cover' && judges?.area === BOARD)) state.part = BOARD
  // headings inside a zone that has its own headings stay in it
  const inner = state.level > 0 && block.level > state.level && !judges && HAS_HEADINGS.has(state.zone)
  if (named) {
    if (state.zone !== named || !inner) state.level = block.level
    state.numbered = false
  } else if (!inner) state.level = 0
  state.zone = named ?? (inner ? state.zone : 'body')
  if (state.zone === 'method') state.part = null
  if (judges) state.judged.add(keyOf(judges))
  if (judges && state.zone === 'body')
    return as('heading', PRINTED_GRADE, { judges, kind: 'heading', cells: null, level: block.kind === 'row' ? 1 : block.level })
  const speaker =
    state.zone === 'definition' ? DEFINITION : state.zone === 'contents' ? CONTENTS : state.zone === 'method' ? BOILERPLATE : FINDING
  return as('heading', speaker, { kind: 'heading', cells: null })
}

function markText(block: Block, judges: Stated | null, state: State, at: number): MarkedBlock {
  const as = (role: Role, speaker: Speaker, more: Partial<MarkedBlock> = {}): MarkedBlock => ({
    ...block,
    role,
    part: state.part,
    speaker,
    ...more,
  })
  if (/^[¹²³⁴-⁹]/.test(block.text)) return as('footnote', FOOTNOTE)
  if (isBoilerplate(block.text)) return as('furniture', BOILERPLATE)
  if (COLUMN_HEADS.test(block.text)) return as('contents', TABLE_HEAD)
  if (isLabelled(block) || state.zone === 'team') return as('fact', HEAD_FACT)
  if (state.zone === 'cover') {
    const key = judges && keyOf(judges)
    if (judges && key && !state.judged.has(key) && (block.kind === 'row' || statesWhole(block, judges))) {
      state.judged.add(key)
      return as('judgement', PRINTED_GRADE, { judges, part: partOf(judges.area) })
    }
    if (block.kind === 'row') return as('fact', HEAD_FACT)
    return at < TITLE_BLOCKS ? as('title', HEAD_FACT) : as('definition', DEFINITION)
  }
  if (state.zone === 'contents') return block.kind === 'row' ? as('contents', CONTENTS) : as('body', FINDING)
  if (state.zone === 'definition') return as('definition', DEFINITION)
  if (state.zone === 'method') return as('furniture', BOILERPLATE)
  // the grade of the board may stand nowhere but in a sentence of its own
  if (judges?.area === BOARD && !state.judged.has(keyOf(judges))) {
    state.judged.add(keyOf(judges))
    return as('judgement', PRINTED_GRADE, { judges, part: BOARD })
  }
  if (state.zone !== 'improve') return as('body', FINDING)
  if (block.number) state.numbered = true
  const point = (block.number !== null || block.kind === 'item') && !NO_ACTION.test(block.text)
  if (!point) return as('body', FINDING)
  return as('body', RECOMMENDED, { level: block.kind === 'item' && state.numbered ? 1 : block.level })
}

const LABELLED = /^(Inspection dates?|Report published|Published|Lead inspector)\b/i
const isLabelled = ({ text }: Block): boolean => LABELLED.test(text) && text.length < LONGEST_LABELLED
/** The judgement on all of the authority's services, or on its board: stated in a sentence, not in the table. */
const statesWhole = ({ text }: Block, { area }: Stated): boolean => OVERALL.test(text) || (area === BOARD && BOARD_GRADE.test(text))
const keyOf = ({ area }: Stated): string => `${partOf(area)} ${area}`
const partOf = (area: string): string | null => (area === BOARD ? BOARD : null)

/** Headings, and the rows that head a chapter with its grade. */
const isHeading = (block: Block, judges: MarkedBlock['judges'] | null): boolean =>
  block.kind === 'heading' || (block.kind === 'row' && !!judges && !/^\d/.test(block.text) && /^The |^Leadership/.test(block.text))

/** The area and grade that a row, heading or short sentence states; null for any other block. */
function judgementIn(block: Block): { area: string; grade: string; point: 1 | 2 | 3 | 4 } | null {
  if (block.text.length > LONGEST_STATEMENT || block.text.includes(' because')) return null
  const cell = block.kind === 'row' ? gradeOf(block.cells?.at(-1) ?? '') : null
  const grade = block.kind === 'row' ? cell : gradeIn(block.text)
  if (!grade) return null
  const words = block.kind === 'row' ? (block.cells?.slice(0, -1).join(' ') ?? '') : block.text
  const area = OVERALL.test(block.text) ? 'Overall effectiveness' : BOARD_GRADE.test(block.text) ? BOARD : singleAreaIn(words)
  return area && (block.kind === 'row' || statesAtEnd(block.text)) ? { area, grade: grade.grade, point: grade.point } : null
}

/** "… is good.", "… is that it requires improvement": the grade ends the sentence, and a verb leads to it. */
function statesAtEnd(text: string): boolean {
  const sentence = text.replace(/(?<![.\s¹²³⁴-⁹])[.\s¹²³⁴-⁹]+$/u, '')
  const grade = gradeIn(sentence)
  if (!grade || grade.at + grade.text.length !== sentence.length) return false
  return /^require/i.test(grade.text) || /\b(is|are|be|as|was|were)[:,]? $/.test(sentence.slice(0, grade.at))
}

function factsOf(blocks: Block[], marked: MarkedBlock[]): Partial<Facts> {
  const titles = marked.filter(({ role, text }) => role === 'title' && text !== 'and').map(({ text }) => text.replace(/[⁰¹²³⁴-⁹]+$/u, ''))
  const start = titles.findIndex((title) => TITLE.test(title))
  const above = start > 0 ? titles[start - 1] : undefined
  const council = above && !/Safeguarding Children Board/i.test(above) ? above : undefined
  const subject = start < 0 ? titles : titles.slice(start)
  const title = subject
    .slice(1)
    .reduce(
      (whole, line) => (/\band$/.test(whole) ? `${whole} ${line}` : /^Review/.test(line) ? `${whole} and ${line}` : whole),
      subject[0] ?? '',
    )
  const dates = labelled(blocks, /^Inspection dates?:/i)
  const published = labelled(blocks, /^(Report published|Published):/i)
  // in running text "the lead inspector" has no colon
  const lead = labelled(blocks, /(?<!Deputy )\bLead inspector(?: on site)?:|^Lead inspector\b/i)?.replace(/(?<! ) *\(HMI\)$/, ' HMI')
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
