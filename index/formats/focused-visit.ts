/**
 * Inspectors' letters, after focused and monitoring visits and joint targeted area inspections: no grades, no paragraph
 * numbers, signed. A joint inspection is of `other` kind: it judges a partnership, not one authority's services, and must
 * not count among an authority's visits; its findings are inspectors' findings all the same.
 */

import type { Block, Facts, ReportKind, Speaker } from '../model/report.ts'
import { isBoilerplate } from './boilerplate.ts'
import { datesOfVisits, licenceOf } from './facts.ts'
import type { Format, MarkedBlock, Role } from './format.ts'
import { BOILERPLATE, FOOTNOTE, LETTER_FINDING, LETTER_FURNITURE, PRIORITY_ACTION, TITLE, TO_IMPROVE, VISIT_FACT } from './speakers.ts'

const VISIT =
  /^(?:(?:Focused|focused|Monitoring|monitoring) visit (?:to|of) (?:the )?|Joint (?:targeted )?area inspection of .*\b(?:in|to|of) (?=\p{Lu}))(.+?)( local authority)?( children[’']s (?:social care )?services?)?$/u
const NAMES_VISIT = /\b(focused|monitoring) visit\b|\bjoint (targeted )?area inspection\b|\bJTAI\b/i
const GREETING = /^Dear\b/
const CLOSING = /^Yours (sincerely|faithfully)/
/** What the letter says about itself before its findings begin. */
const ABOUT_VISIT =
  /^(During the course of this visit|This letter (summarises|sets out|outlines)|(The|This) (visit|inspection) (was|took place|included)|This letter to |Between \d|Inspectors (looked at|reviewed|evaluated)|The inspection team|(His|Her) Majesty[’']s Inspectors?\b)/i
const SUMMARY = /(summarises|sets out|outlines) the findings|carried out an? (joint )?(targeted )?(area )?inspection/i
const COVERED = /^Areas covered by/i
/** What letters say before they close. */
const COURTESY = /^(I am copying this letter|This letter will be published|Thank you for (your|the)\b)/
const DAY_ALONE = /^\d{1,2} \p{L}+ \d{4}$/u
/** Headings of lists that tell the authority what to do, each with its rule. */
const LISTS: [RegExp, Speaker][] = [
  [/priority (and immediate )?action/i, PRIORITY_ACTION],
  [/what needs to .*improve|what does .* need to improve|areas? for (improvement|development)|^next steps$/i, TO_IMPROVE],
]

export const focusedVisit: Format = {
  name: 'inspectors’ letter',
  matches: ({ blocks }) => blocks.some(({ text }) => GREETING.test(text)) && blocks.some(({ text }) => NAMES_VISIT.test(text)),

  read({ blocks }) {
    const dear = blocks.findIndex(({ text }) => GREETING.test(text))
    const signed = blocks.findLastIndex(({ text }) => CLOSING.test(text))
    let list: Speaker | null = null
    let begins = true
    const marked = blocks.map((block, i): MarkedBlock => {
      const as = (role: Role, speaker: Speaker, kind = block.kind): MarkedBlock => ({ ...block, kind, role, part: null, speaker })
      if (i <= dear || (signed >= 0 && i >= signed)) return as('furniture', LETTER_FURNITURE, 'text')
      if (COURTESY.test(block.text)) return as('furniture', LETTER_FURNITURE)
      if (isBoilerplate(block.text)) return as('furniture', BOILERPLATE, 'text')
      if (/^[¹²³⁴-⁹]/.test(block.text)) return as('footnote', FOOTNOTE)
      if (VISIT.test(block.text)) return as('title', TITLE)
      if (block.kind === 'heading') {
        begins = COVERED.test(block.text)
        list = LISTS.find(([pattern]) => pattern.test(block.text))?.[1] ?? null
        return as('heading', LETTER_FINDING)
      }
      if (begins && (block.kind === 'item' || ABOUT_VISIT.test(block.text))) return as('body', VISIT_FACT)
      return as('body', list && block.kind === 'item' ? list : LETTER_FINDING)
    })
    return { facts: factsOf(blocks, blocks.slice(0, Math.max(dear, 0)), signed), blocks: marked }
  },
}

function factsOf(blocks: Block[], head: Block[], signed: number): Partial<Facts> {
  const title = blocks.find(({ text }) => VISIT.test(text))?.text
  const opening = blocks.find(({ text }) => SUMMARY.test(text))?.text ?? ''
  const dated = head.find(({ text }) => DAY_ALONE.test(text))?.text
  const names = /Inspectors?(?: for this (?:visit|inspection))? (?:was|were) ([^.]+)\./i.exec(opening)?.[1]
  const inspectors =
    names
      ?.split(/, | and /)
      .map((name) => name.replace(/^and | HMI$/g, '').trim())
      .filter((name) => name && !/Majesty[’']s Inspector|^HMI$/.test(name)) ?? []
  const kind = kindOf(title ?? opening)
  const council = kind === 'other' ? undefined : head.find(({ text }) => /\b(Council|Borough)\b/.test(text))?.text
  const authority = VISIT.exec(title ?? '')?.[1]?.replace(/^the /, '')
  // a joint inspection's letter is signed by those who lead the inspectorates
  const signatory = signed >= 0 && kind !== 'other' ? blocks[signed + 1]?.text : undefined
  const inspected = datesOfVisits(opening)
  return {
    kind,
    publisher: kind === 'other' ? 'Ofsted and other inspectorates' : 'Ofsted',
    scale: null,
    framework: frameworkOf(kind, blocks),
    licence: licenceOf(blocks),
    inspectors,
    ...(title && { title }),
    ...(council && { council }),
    ...(authority && { authority }),
    ...(inspected && { inspected }),
    ...(dated && { published: datesOfVisits(dated)?.from ?? null }),
    ...((signatory ?? inspectors[0]) && { leadInspector: signatory ?? inspectors[0] ?? null }),
  }
}

function kindOf(title: string): ReportKind {
  if (/\bjoint\b/i.test(title)) return 'other'
  return /monitoring/i.test(title) ? 'monitoring_visit' : 'focused_visit'
}

function frameworkOf(kind: ReportKind, blocks: Block[]): string | null {
  if (kind === 'other') return 'Joint targeted area inspection'
  return blocks.some(({ text }) => text.includes('(ILACS)')) ? 'Inspection of local authority children’s services (ILACS)' : null
}
