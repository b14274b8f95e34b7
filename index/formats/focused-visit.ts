/** Letters after focused and monitoring visits: no grades, no paragraph numbers, signed by the inspector. */
import { isBoilerplate } from '../boilerplate.ts'
import { dateRange, licenceOf } from '../facts.ts'
import type { Format, MarkedBlock, Role } from '../formats.ts'
import type { Block, Facts, Speaker } from '../report.ts'

const FINDING: Speaker = { name: 'Ofsted', voice: 'finding', reason: 'a passage of the inspectors’ letter' }
const RECOMMENDATION: Speaker = { name: 'Ofsted', voice: 'recommendation', reason: 'listed under “What needs to improve”' }
const FURNITURE: Speaker = { name: 'Ofsted', voice: 'furniture', reason: 'address, greeting or signature of the letter' }
const VISIT = /^(Focused|Monitoring) visit (to|of) (.+?)( local authority)?( children[’']s services?)?$/i

export const focusedVisit: Format = {
  name: 'focused visit',
  matches: ({ blocks }) =>
    blocks.some(({ text }) => /^Dear\b/.test(text)) && blocks.some(({ text }) => /\b(focused|monitoring) visit\b/i.test(text)),

  read({ blocks }) {
    const dear = blocks.findIndex(({ text }) => /^Dear\b/.test(text))
    const signed = blocks.findLastIndex(({ text }) => /^Yours (sincerely|faithfully)/.test(text))
    let improving = false
    const marked = blocks.map((block, i): MarkedBlock => {
      const as = (role: Role, speaker: Speaker, kind = block.kind): MarkedBlock => ({ ...block, kind, role, part: null, speaker })
      if (i <= dear || (signed >= 0 && i >= signed) || isBoilerplate(block.text)) return as('furniture', FURNITURE, 'text')
      if (/^[¹²³⁴-⁹]/.test(block.text)) return as('footnote', FURNITURE)
      if (block.kind === 'heading') {
        improving = /improve/i.test(block.text) && /what needs|areas? for/i.test(block.text)
        return as(VISIT.test(block.text) ? 'title' : 'heading', FINDING)
      }
      return as('body', improving && block.kind === 'item' ? RECOMMENDATION : FINDING)
    })
    return { facts: factsOf(blocks, blocks.slice(0, Math.max(dear, 0)), signed), blocks: marked }
  },
}

function factsOf(blocks: Block[], head: Block[], signed: number): Partial<Facts> {
  const title = blocks.find(({ text }) => VISIT.test(text))?.text
  const opening = blocks.find(({ text }) => /summarises the findings/i.test(text))?.text ?? ''
  const dated = head.find(({ text }) => /^\d{1,2} \p{L}+ \d{4}$/u.test(text))?.text
  const names = /Inspectors?(?: for this (?:visit|inspection))? (?:was|were) ([^.]+)\./i.exec(opening)?.[1]
  const inspectors =
    names
      ?.split(/, | and /)
      .map((name) => name.trim())
      .filter(Boolean) ?? []
  const council = head.find(({ text }) => /\b(Council|Borough)\b/.test(text))?.text
  const authority = VISIT.exec(title ?? '')?.[3]?.replace(/^the /, '')
  const signatory = signed >= 0 ? blocks[signed + 1]?.text : undefined
  return {
    kind: /monitoring/i.test(title ?? opening) ? 'monitoring_visit' : 'focused_visit',
    publisher: 'Ofsted',
    scale: null,
    framework: /\(ILACS\)/.test(blocks.map((b) => b.text).join(' ')) ? 'Inspection of local authority children’s services (ILACS)' : null,
    licence: licenceOf(blocks),
    inspectors,
    ...(title && { title }),
    ...(council && { council }),
    ...(authority && { authority }),
    ...(dateRange(opening) && { inspected: dateRange(opening) }),
    ...(dated && { published: dateRange(dated)?.from ?? null }),
    ...((signatory ?? inspectors[0]) && { leadInspector: signatory ?? inspectors[0] ?? null }),
  }
}
