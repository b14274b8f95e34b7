/** Inspections of safeguarding and looked after children services, 2009 to 2012: two parts, "Record of main findings". */
import { isAboutOfsted, isBoilerplate } from '../boilerplate.ts'
import { dateRange, datesOfVisits, labelled, licenceOf } from '../facts.ts'
import type { Format, MarkedBlock, Role } from '../formats.ts'
import { gradeOf } from '../judgements.ts'
import type { Block, Facts, Speaker } from '../report.ts'

const FINDING: Speaker = { name: 'Ofsted', voice: 'finding', reason: 'a passage of the inspection report' }
const RECOMMENDATION: Speaker = { name: 'Ofsted', voice: 'recommendation', reason: 'listed under “Areas for improvement”' }
const JUDGEMENT: Speaker = { name: 'Ofsted', voice: 'judgement', reason: 'a printed grade' }
const FACT: Speaker = { name: 'Ofsted', voice: 'fact', reason: 'printed at the head of the report' }
const DEFINITION: Speaker = { name: 'Ofsted', voice: 'definition', reason: 'says what a grade means' }
const FURNITURE: Speaker = { name: 'Ofsted', voice: 'furniture', reason: 'the same in every report' }

/** Both services, 2009 to 2012; looked after children, and the protection of children, by themselves, 2012 and 2013. */
const TITLE =
  /^Inspection of (safeguarding and looked after children|looked after children services|(the )?(local authority )?arrangements for the protection of children)/i
const BEGINNING =
  /^(About this inspection|The inspection judge?ments and what they mean|Inspection of (the )?local authority arrangements)/i
const PARTS: [RegExp, string][] = [
  [/^(The inspection outcomes: )?safeguarding services$/i, 'Safeguarding services'],
  [/^(The inspection outcomes: )?services for looked after children$/i, 'Services for looked after children'],
]
const TOP_HEADING =
  /^(About this inspection|The inspection judgements and what they mean|Service information|The inspection outcomes:|Record of main findings)/i
const SUB_HEADING = /^The effectiveness of services in taking reasonable steps/i
const GRADE_LINE = /^Grade \d \((Outstanding|Good|Adequate|Inadequate)\)$/i

export const safeguarding: Format = {
  name: 'safeguarding and looked after children',
  matches: ({ blocks }) => blocks.some(({ text }) => TITLE.test(text)),

  read({ blocks }) {
    const contents = blocks.findIndex(({ text }) => /^Contents$/i.test(text))
    const start = blocks.findIndex(({ text, kind }, i) => i > contents && i > 0 && kind === 'heading' && BEGINNING.test(text))
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
      if (i < start) {
        if (contents >= 0 && i >= contents) return as(i === contents ? 'heading' : 'contents', FURNITURE)
        if (isBoilerplate(block.text)) return as('furniture', FURNITURE, 'text')
        return as(i === 0 ? 'title' : 'fact', FACT, block.kind === 'heading' && i > 0 ? 'text' : block.kind)
      }
      if (block.kind === 'heading') {
        heading = block.text
        const named = PARTS.find(([pattern]) => pattern.test(block.text))
        if (TOP_HEADING.test(block.text)) part = named?.[1] ?? null
        return as('heading', FINDING, 'heading', TOP_HEADING.test(block.text) ? 1 : SUB_HEADING.test(block.text) ? 3 : 2)
      }
      if (block.kind === 'row') {
        if (/judgements and what they mean/i.test(heading)) return as('definition', DEFINITION)
        const grade = gradeOf(block.cells?.at(-1) ?? '')
        const named = PARTS.find(([pattern]) => pattern.test(block.text))
        if (named) part = named[1]
        return grade && (block.cells?.length ?? 0) > 1 ? as('judgement', JUDGEMENT) : as('contents', FURNITURE)
      }
      if (GRADE_LINE.test(block.text)) return as('grade', JUDGEMENT)
      if (/judgements and what they mean/i.test(heading)) return as('definition', DEFINITION)
      if (isAboutOfsted(block.text)) return as('furniture', FURNITURE)
      return as('body', block.kind === 'item' && /Areas for improvement/i.test(heading) ? RECOMMENDATION : FINDING)
    })
    return { facts: factsOf(blocks.slice(0, Math.max(start, 0))), blocks: marked }
  },
}

function factsOf(head: Block[]): Partial<Facts> {
  const title = head.find(({ text }) => TITLE.test(text))?.text ?? ''
  const council = head.slice(0, 4).find(({ text }) => /\b(Council|Borough|Corporation|Authority)\b/.test(text) && !TITLE.test(text))?.text
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
