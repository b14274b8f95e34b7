/** Papers of a council's committee: the council about itself, elected members, and Ofsted's findings at second hand. */
import { licenceOf } from '../facts.ts'
import type { Format, MarkedBlock, Role } from '../formats.ts'
import type { Block, Speaker } from '../report.ts'
import { sentences } from '../sentences.ts'

const MEMBERS: Speaker = { name: 'Elected members', voice: 'members', reason: 'says what members noted, asked, heard or received' }
const DECISION: Speaker = { name: 'Elected members', voice: 'members', reason: 'a decision or recommendation of the committee' }
const ANSWER: Speaker = {
  name: 'Council paper',
  voice: 'self-report',
  reason: 'what members were told: the sentence follows their words and names no member',
}
const REPORTED: Speaker = { name: 'Council paper, reporting Ofsted', voice: 'reported finding', reason: 'repeats what inspectors found' }
const COUNCIL: Speaker = { name: 'Council paper', voice: 'self-report', reason: 'the council writes about itself' }
const HEAD_FACT: Speaker = { name: 'Council paper', voice: 'fact', reason: 'printed at the head of the paper' }
const FURNITURE: Speaker = { name: 'Council paper', voice: 'furniture', reason: 'heading or tail of the paper' }

/** A body of elected members, as the subject of a sentence. */
const BODY = String.raw`(?:Members|Councillors|(?:This|The) (?:[\p{Lu}][\p{L}’']* (?:and |& )?)*(?:Committee|Panel|Cabinet))`
const SAYS_MEMBERS = new RegExp(String.raw`^${BODY}\b|\bMembers (?:heard|noted|asked|queried|were)\b`, 'u')
const DISCUSSED = /\b(?:was|were) (?:discussed|debated|welcomed)\.$/
const DECIDED = /^(?:RESOLVED|AGREED|ORDERED)\b/
const SAYS_OFSTED =
  /\b(Inspectors|Ofsted|They) (also )?(found|noted|identified|praised|judged|highlighted|rated)\b|\b(Focused Visit|inspection) had evaluated\b|\b(was|were|been) (judged|rated|graded)\b.{0,40}\b(by )?Ofsted\b/i
const TAIL =
  /^(Supporting documents|Background papers|List of background|Appendices|Appendix\b.{0,40}$|Contact (officer|details)|Report author)/i
const PRINTED_HEAD = /^(Report of the|Report (by|to)\b|Meeting date|Date( of meeting)?:|Present\b|Apologies\b)/i
const AGENDA = /^(Agenda item|Item (no|number)\b|PDF \d)/i
const RECOMMENDATIONS = /^(Recommendations?|Decisions?|Resolved)\b/i
/** The title stands this early. */
const TITLE_BLOCKS = 4

export const committee: Format = {
  name: 'committee report',
  matches: ({ blocks }) =>
    blocks.slice(0, 12).some(({ text }) => AGENDA.test(text) || /^(Report (of|by) the|Minutes\b|.{0,60}\bCommittee$)/i.test(text)) &&
    blocks.some(({ text }) => /\b(Committee|Cabinet|Panel)\b/.test(text)) &&
    blocks.some(({ text }) => DECIDED.test(text) || /\b(Members|Cabinet Member|Councillors|the Committee)\b/i.test(text)),

  read({ blocks }) {
    let lead: Speaker = COUNCIL
    let deciding = false
    const marked = blocks.map((block, i): MarkedBlock => {
      const as = (role: Role, speaker: Speaker, kind = block.kind): MarkedBlock => ({ ...block, kind, role, part: null, speaker })
      if (TAIL.test(block.text) || AGENDA.test(block.text)) return as('furniture', FURNITURE, 'text')
      if (PRINTED_HEAD.test(block.text)) return as('fact', HEAD_FACT, block.kind === 'heading' ? 'text' : block.kind)
      if (block.kind === 'heading') {
        deciding = RECOMMENDATIONS.test(block.text)
        return as(i < TITLE_BLOCKS ? 'title' : 'heading', FURNITURE)
      }
      if (block.kind !== 'item') lead = speakerOf(block.text, deciding)
      return lead === MEMBERS ? { ...as('body', lead), speakers: bySentence(block) } : as('body', lead)
    })
    const title = marked.find((block) => block.role === 'title')?.text
    return {
      facts: { kind: 'committee_report', scale: null, licence: licenceOf(blocks), publisher: 'Council committee', ...(title && { title }) },
      blocks: marked,
    }
  },
}

function speakerOf(text: string, deciding: boolean): Speaker {
  if (deciding || DECIDED.test(text)) return DECISION
  if (SAYS_MEMBERS.test(text)) return MEMBERS
  return SAYS_OFSTED.test(text) ? REPORTED : COUNCIL
}

/** Members' own words, and what they were told in answer: one paragraph of minutes holds both. */
function bySentence({ text }: Block): Speaker[] {
  let before = MEMBERS
  return sentences(text).map(({ start, end }) => {
    const sentence = text.slice(start, end)
    const theirs = SAYS_MEMBERS.test(sentence) || DISCUSSED.test(sentence) || (before === MEMBERS && /^They\b/.test(sentence))
    before = theirs ? MEMBERS : ANSWER
    return before
  })
}
