/** Inspections of safeguarding and looked after children services, 2009 to 2012: two parts, "Record of main findings". */

import { LABEL } from '../extract/clean-text.ts'
import { beforeGrade, gradeOf, isGradeLine } from '../model/judgements.ts'
import type { Block, Facts, Speaker } from '../model/report.ts'
import { isAboutOfsted, isBoilerplate } from './boilerplate.ts'
import { dateRange, datesOfVisits, labelled, licenceOf } from './facts.ts'
import type { Format, MarkedBlock, Role } from './format.ts'
import {
  AREA_FOR_IMPROVEMENT,
  BOILERPLATE,
  CONTENTS,
  DEFINITION,
  EMPTY_LABEL,
  FINDING,
  GRADE_HEADING,
  GRADE_ROW,
  HEAD_FACT,
  PRINTED_GRADE,
  TABLE_HEAD,
  TITLE,
  VISIT_FACT,
} from './speakers.ts'

/** Both services, 2009 to 2012; looked after children, and the protection of children, by themselves, 2012 and 2013. */
const TITLE_LINE =
  /^Inspection of (safeguarding and looked after children|looked after children services|(the )?(local authority )?arrangements for the protection of children)/i
const BEGINNING =
  /^(About this inspection|The inspection judge?ments and what they mean|Inspection of (the )?local authority arrangements)/i
const BOTH_SERVICES = /^Inspection of safeguarding and looked after children/i
const PARTS: [RegExp, string][] = [
  [/^(The inspection outcomes: )?safeguarding services$/i, 'Safeguarding services'],
  [/^(The inspection outcomes: )?services for looked after children$/i, 'Services for looked after children'],
]
const TOP_HEADING =
  /^(About this inspection|The inspection judgements and what they mean|Service information|The inspection outcomes:|Record of main findings)/i
const SUB_HEADING = /^The effectiveness of services in taking reasonable steps/i
/** The rows and items that say what was looked at, and the grades' definitions. */
const METHOD = /^About this inspection/i
const MEANINGS = /judge?ments and what they mean/i
const TO_IMPROVE = /Areas for (improvement|development|action)|What needs to improve|Recommendations/i

export const safeguarding: Format = {
  name: 'safeguarding and looked after children',
  matches: ({ blocks }) => blocks.some(({ text }) => TITLE_LINE.test(text)),

  read({ blocks }) {
    const contents = blocks.findIndex(({ text }) => /^Contents$/i.test(text))
    const start = blocks.findIndex(({ text, kind }, i) => i > contents && i > 0 && kind === 'heading' && BEGINNING.test(text))
    // an inspection of one service has no parts, though its table may be headed by the service's name
    const parts = blocks.some(({ text }) => BOTH_SERVICES.test(text)) ? PARTS : []
    let part: string | null = null
    let heading = ''
    const marked = blocks.map((block, i): MarkedBlock => {
      const as = (role: Role, speaker: Speaker, kind = block.kind, level = block.level): MarkedBlock => ({
        ...block,
        kind,
        role,
        level,
        part,
        speaker,
      })
      if (i < start) return contents >= 0 && i >= contents ? ofContents(block, i === contents, as) : ofHead(block, i, as)
      if (block.kind === 'heading') {
        heading = block.text
        const named = parts.find(([pattern]) => pattern.test(block.text))
        const top = named !== undefined || TOP_HEADING.test(block.text)
        if (top) part = named?.[1] ?? null
        const level = top ? 1 : SUB_HEADING.test(block.text) ? 3 : 2
        return as('heading', beforeGrade(block.text) ? GRADE_HEADING : FINDING, 'heading', level)
      }
      if (block.kind === 'row') {
        if (MEANINGS.test(heading)) return as('definition', DEFINITION)
        const grade = gradeOf(block.cells?.at(-1) ?? '')
        const named = parts.find(([pattern]) => pattern.test(block.text))
        if (named) part = named[1]
        return grade && (block.cells?.length ?? 0) > 1 ? as('judgement', GRADE_ROW) : as('contents', TABLE_HEAD)
      }
      if (isGradeLine(block.text)) return as('grade', PRINTED_GRADE)
      if (MEANINGS.test(heading)) return as('definition', DEFINITION)
      if (isAboutOfsted(block.text)) return as('furniture', BOILERPLATE)
      if (METHOD.test(heading)) return as('body', VISIT_FACT)
      return as('body', block.kind === 'item' && TO_IMPROVE.test(heading) ? AREA_FOR_IMPROVEMENT : FINDING)
    })
    return { facts: factsOf(blocks.slice(0, Math.max(start, 0))), blocks: marked }
  },
}

type As = (role: Role, speaker: Speaker, kind?: Block['kind']) => MarkedBlock

const ofContents = (block: Block, first: boolean, as: As): MarkedBlock => as(first ? 'heading' : 'contents', CONTENTS, block.kind)

/** Cover lines: facts with a label, lines without one (title and council, however damaged), and words about Ofsted. */
function ofHead(block: Block, at: number, as: As): MarkedBlock {
  if (isBoilerplate(block.text)) return as('furniture', BOILERPLATE, 'text')
  if (LABEL.test(`${block.text} `)) return block.text.endsWith(':') ? as('furniture', EMPTY_LABEL, 'text') : as('fact', HEAD_FACT, 'text')
  return as('title', TITLE, at === 0 ? block.kind : 'text')
}

function factsOf(head: Block[]): Partial<Facts> {
  const title = head.find(({ text }) => TITLE_LINE.test(text))?.text ?? ''
  const council = head
    .slice(0, 4)
    .find(({ text }) => /\b(Council|Borough|Corporation|Authority)\b/.test(text) && !TITLE_LINE.test(text))?.text
  const dates = labelled(head, /Inspection dates?:/i)
  const published = labelled(head, /Published:/i)
  const lead = labelled(head, /(Reporting|Lead) inspector:?/i)
  const reference = labelled(head, /Reference no:/i)
  return {
    kind: 'safeguarding_inspection',
    publisher: 'Ofsted',
    ...(/safeguarding and looked after/i.test(title) && {
      framework: 'Inspection of safeguarding and looked after children services (Children Act 2004)',
    }),
    scale: 'adequate',
    licence: licenceOf(head),
    title: council ? `${title}: ${council}` : title,
    ...(council && { council }),
    ...(dates && { inspected: datesOfVisits(dates) }),
    ...(published && { published: dateRange(published)?.from ?? null }),
    ...(lead && { leadInspector: lead }),
    ...(reference && { reference }),
  }
}
