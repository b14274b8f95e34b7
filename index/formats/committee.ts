/** Papers of a council's committee: the council about itself, elected members, and Ofsted's findings at second hand. */
import { licenceOf } from '../facts.ts'
import type { Format, MarkedBlock, Role } from '../formats.ts'
import type { Speaker } from '../report.ts'

const MEMBERS: Speaker = { name: 'Elected members', voice: 'members', reason: 'the paragraph says what members noted, asked or heard' }
const REPORTED: Speaker = {
  name: 'Council paper, reporting Ofsted',
  voice: 'reported finding',
  reason: 'the paragraph repeats what inspectors found',
}
const COUNCIL: Speaker = { name: 'Council paper', voice: 'self-report', reason: 'the council writes about itself' }
const FURNITURE: Speaker = { name: 'Council paper', voice: 'furniture', reason: 'heading or tail of the paper' }

const SAYS_MEMBERS =
  /^(Members|RESOLVED|This Select Committee|The (Select |Scrutiny |Overview )?(and Scrutiny )?Committee (noted|asked|queried|heard|welcomed|agreed))\b|\bMembers (heard|noted|asked|queried|were)\b/
const SAYS_OFSTED =
  /\b(Inspectors|Ofsted|They) (also )?(found|noted|identified|praised|judged|highlighted|rated)\b|\b(Focused Visit|inspection) had evaluated\b/i

export const committee: Format = {
  name: 'committee report',
  matches: ({ blocks }) =>
    blocks.slice(0, 6).some(({ text }) => /^(Agenda item|Report of the (Cabinet Member|Director|Chief))/i.test(text)) &&
    blocks.some(({ text }) => /\b(Committee|Cabinet)\b/.test(text)),

  read({ blocks }) {
    let lead: Speaker = COUNCIL
    const marked = blocks.map((block, i): MarkedBlock => {
      const as = (role: Role, speaker: Speaker, kind = block.kind): MarkedBlock => ({ ...block, kind, role, part: null, speaker })
      if (/^(Supporting documents|Background papers|Appendices)/i.test(block.text)) return as('furniture', FURNITURE, 'text')
      if (/^(Agenda item|Report of the)/i.test(block.text)) return as('furniture', FURNITURE, 'text')
      if (block.kind === 'heading') return as(i < 4 ? 'title' : 'heading', FURNITURE)
      if (block.kind !== 'item') lead = SAYS_MEMBERS.test(block.text) ? MEMBERS : SAYS_OFSTED.test(block.text) ? REPORTED : COUNCIL
      return as('body', lead)
    })
    const title = marked.find((block) => block.role === 'title')?.text
    return {
      facts: { kind: 'committee_report', scale: null, licence: licenceOf(blocks), publisher: 'Council committee', ...(title && { title }) },
      blocks: marked,
    }
  },
}
