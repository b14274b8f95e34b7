/** Papers of a council's committee: the council about itself, elected members, and Ofsted's findings at second hand. */
import { SENTENCE_END } from '../extract/clean-text.ts'
import type { Block, Facts, Speaker } from '../model/report.ts'
import { sentences } from '../model/sentences.ts'
import { dateRange, licenceOf } from './facts.ts'
import type { Format, MarkedBlock, Role } from './format.ts'

const MEMBERS: Speaker = { name: 'Elected members', voice: 'members', reason: 'says what members noted, asked, heard or received' }
const DECISION: Speaker = { name: 'Elected members', voice: 'members', reason: 'a decision of the committee' }
const PROPOSAL: Speaker = { name: 'Council paper', voice: 'self-report', reason: 'what the paper asks the committee to decide' }
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
const BODY = String.raw`(?:Members|Councillors?|Cllr|(?:This|The) (?:[\p{Lu}][\p{L}’']* (?:and |& )?)*(?:Committee|Panel|Cabinet))`
const SAYS_MEMBERS = new RegExp(String.raw`^${BODY}\b|\bMembers (?:heard|noted|asked|queried|were)\b`, 'u')
const DISCUSSED = /\b(?:was|were) (?:discussed|debated|welcomed)\.$/
const DECIDED = /^(?:RESOLVED|AGREED|ORDERED)\b/
const SAYS_OFSTED =
  /\b(Inspectors|Ofsted|They) (also |had )?(found|noted|identified|praised|judged|highlighted|rated)\b|\b(Focused Visit|inspection) had evaluated\b|\b(was|were|been) (judged|rated|graded)\b.{0,40}\b(by )?Ofsted\b/i
const TAIL =
  /^(Supporting documents|Background papers|List of background|Appendices|Appendix\b.{0,40}$|Contact (officer|details)|Report author)/i
const PRINTED_HEAD = /^(Report of the|Report (by|to)\b|Meeting date|Date( of meeting)?:|Present:|Apologies( were|:))/i
const AGENDA = /^(Agenda item|Item (no|number)\b|PDF \d)/i
const PROPOSALS = /^Recommendations?\b/i
const DECISIONS = /^(Decisions?|Resolved|Resolutions?)\b/i
const MEETING = /\b(meeting held on|Meeting date|Date of meeting)\b/i
const COUNCIL_NAME = /^\p{Lu}[\p{L}’' -]{2,50} Council$/u
/** Numbered minutes head each item with a short line. */
const LONGEST_ITEM_HEADING = 12
/** The title stands this early. */
const TITLE_BLOCKS = 4
/** What a paper says about itself stands this early. */
const HEAD_BLOCKS = 12

export const committee: Format = {
  name: 'committee report',
  matches: ({ blocks }) => {
    const head = blocks.slice(0, HEAD_BLOCKS)
    if (!blocks.some(({ text }) => /\b(Committee|Cabinet|Panel)\b/.test(text))) return false
    if (head.some(({ text }) => AGENDA.test(text) || /^Report (of|by) the/i.test(text))) return true
    return head.some(({ text }) => /^Minutes\b|^.{0,60}\bCommittee$/i.test(text)) && blocks.some(({ text }) => DECIDED.test(text))
  },

  read({ blocks }) {
    let lead = COUNCIL
    let listed: Speaker | null = null
    const marked = blocks.map((block, i): MarkedBlock => {
      const as = (role: Role, speaker: Speaker, kind = block.kind): MarkedBlock => ({ ...block, kind, role, part: null, speaker })
      if (TAIL.test(block.text) || AGENDA.test(block.text)) return as('furniture', FURNITURE, 'text')
      if (PRINTED_HEAD.test(block.text)) return as('fact', HEAD_FACT, 'text')
      if (block.kind === 'heading' || headsItem(block)) {
        listed = PROPOSALS.test(block.text) ? PROPOSAL : DECISIONS.test(block.text) ? DECISION : null
        lead = listed ?? COUNCIL
        return as(i < TITLE_BLOCKS && !block.number ? 'title' : 'heading', FURNITURE, 'heading')
      }
      if (block.kind !== 'item') lead = listed ?? speakerOf(block.text)
      // an item says what the line that it hangs on says, whole
      const mixed = block.kind !== 'item' && (lead === MEMBERS || lead === REPORTED)
      const speakers = mixed ? { speakers: bySentence(block, lead) } : {}
      return { ...as('body', lead), ...speakers }
    })
    return { facts: factsOf(blocks, marked), blocks: marked }
  },
}

const headsItem = ({ text, number }: Block): boolean =>
  number !== null && text.split(' ').length <= LONGEST_ITEM_HEADING && !SENTENCE_END.test(text) && !text.endsWith(':')

function factsOf(blocks: Block[], marked: MarkedBlock[]): Partial<Facts> {
  const title = marked.find((block) => block.role === 'title')?.text
  const council = blocks.slice(0, HEAD_BLOCKS).find(({ text }) => COUNCIL_NAME.test(text))?.text
  const held = dateRange(blocks.slice(0, HEAD_BLOCKS).find(({ text }) => MEETING.test(text))?.text ?? '')
  return {
    kind: 'committee_report',
    scale: null,
    licence: licenceOf(blocks),
    publisher: 'Council committee',
    ...(title && { title }),
    ...(council && { council }),
    // the day of the meeting is not the day of publication, but tells the year
    ...(held && { years: [Number(held.from.slice(0, 4))] }),
  }
}

function speakerOf(text: string): Speaker {
  if (DECIDED.test(text)) return DECISION
  if (SAYS_MEMBERS.test(text)) return MEMBERS
  return SAYS_OFSTED.test(text) ? REPORTED : COUNCIL
}

/** One paragraph of minutes holds members' own words and what they were told, or the council's words and then Ofsted's. */
function bySentence({ text }: Block, lead: Speaker): Speaker[] {
  let before = lead === MEMBERS ? MEMBERS : COUNCIL
  return sentences(text).map(({ start, end }) => {
    const sentence = text.slice(start, end)
    if (lead === REPORTED) before = before === REPORTED || SAYS_OFSTED.test(sentence) ? REPORTED : COUNCIL
    else {
      const theirs = SAYS_MEMBERS.test(sentence) || DISCUSSED.test(sentence) || (before === MEMBERS && /^They\b/.test(sentence))
      before = theirs ? MEMBERS : ANSWER
    }
    return before
  })
}
