/** "What are the strengths?", "what is going wrong?": the sentences that say so most plainly, whatever they are about. */

import type { Report } from '../../../index/model/report.ts'
import type { Corpus, Unit } from '../../../index/search/corpus.ts'
import { quoteOf } from '../../cite/quote.ts'
import { lastDay } from '../days.ts'
import type { Question } from '../question.ts'
import { traitsOf } from '../rank/traits.ts'
import { cautionOf } from '../select/caution.ts'
import { count } from '../wording.ts'
import type { Composed } from './kind.ts'

const ASKS_FOR_PRAISE =
  /\b(?:strengths?|strong points?|positives?|prais\w+|achievements?|successes|good (?:things|points|news|practice)|best (?:things?|bits?|at|about)|(?:do|does|did|doing|going|goes|went|works?|working) (?:really |particularly |especially |very |so )?well|good at|(?:anything|something|what|what['’]s|what (?:is|was)) (?:good|positive|impressive)|impress\w*)\b/i
const ASKS_FOR_FAULTS =
  /\b(?:weaknesses|weak (?:points?|spots?)|problems?|negatives?|criticisms?|critici[sz]\w+|faults?|failings?|failures|shortcomings|bad (?:things|points|news)|worst (?:things?|bits?|about)|(?:go|goes|going|gone|went) wrong|(?:do|does|did|doing) (?:badly|poorly)|bad at|(?:anything|something|what|what['’]s|what (?:is|was)) (?:bad|wrong|worrying)|getting worse|concerns)\b/i

/** Words that only say which tone is asked for, and of nobody in particular. */
const SAYS_TONE =
  /^(?:strengths?|strong|weak\w*|prais\w*|problems?|positiv\w*|negativ\w*|good|better|best|bad|badly|worse|worst|well|poorly|work\w*|do|does|did|doing|done|go|goes|going|gone|went|critici\w*|fail\w*|faults?|concerns?|worr\w*|wrong|main|big\w*|key|points?|things?|parts?|areas?|services?|child\w*|councils?|achiev\w*|success\w*|impress\w*|proud|practice|news|spots?|shortcomings?|getting|says?|said|found)$/i

/** What inspectors write where they praise, and where they do so without reserve. */
const PRAISE =
  /\b(?:good|well|effective(?:ly)?|strong|positive|successful(?:ly)?|skilled|committed|creative|sensitive(?:ly)?|valued|robust|thorough|timely|improved|benefit(?:s|ed)?|comprehensive|prompt(?:ly)?|swift(?:ly)?|thoughtful(?:ly)?)\b/gi
const HIGH_PRAISE =
  /\b(?:outstanding|excellent|exemplary|impressive|highly effective|very (?:good|strong|effective)|high[- ]quality|tenacious|praised)\b/gi
const FAULT =
  /\b(?:not|no|lack\w*|limited|insufficient\w*|inconsisten\w+|variable|varies|delay\w*|drift|too (?:\w+ )?(?:many|few|long|late|slow\w*|often|high|much)|unable|rarely|(?:is|are) absent|gaps?|difficult\w*|insufficient|unclear|declin\w+)\b/gi
const GRAVE_FAULT =
  /\b(?:serious\w*|inadequate|poor\w*|weak(?:ly|er|est)?|fail\w*|unsafe|widespread|significant (?:weakness\w*|concern\w*|delay\w*|gaps?)|ineffective\w*|unacceptabl\w+)\b/gi
/** A fault that is over, or is only feared of others. */
const MENDED = /\b(?:addressed|resolved|reduced|overcome|no longer|previous(?:ly)?|improved|prevent\w*)\b/i
/** What praise does not stand beside: a sentence with one of these says something else as well. */
const SHADOW = /\b(?:without|risks?|harm\w*|injur\w*|abus\w*|neglect\w*|unsafe|concerns?|areas? for improvement)\b/i
const TURNS = /\b(?:but|however|although|though|despite|except|while|yet|unless)\b/i

const MOST = 8
const FROM_EACH = 4
/** Reports beyond these are older news. */
const MOST_REPORTS = 4
const SHORTEST = 25
/** What a sentence loses that the next one turns round. */
const TURNED = 0.5
/** Grades, of this inspection or another, are answered elsewhere. */
const GRADES = /\bjudg(?:ed|ements?|ments?)\b|\brequires? improvements? to be good\b/i

type Tone = 'praise' | 'faults'
const toneOf = (text: string): Tone | null => (ASKS_FOR_FAULTS.test(text) ? 'faults' : ASKS_FOR_PRAISE.test(text) ? 'praise' : null)

/** True where a question asks what is good or bad, and of nothing in particular. */
export const asksForTone = ({ text, concepts, phrases, wanted }: Question): boolean =>
  toneOf(text) !== null &&
  phrases.length === 0 &&
  wanted === null &&
  concepts.every(({ light, words }) => light || words.split(' ').every((word) => SAYS_TONE.test(word)))

const times = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function weightOf(text: string, tone: Tone): number {
  if (text.length < SHORTEST || text.endsWith(':') || GRADES.test(text)) return 0
  const faults = times(text, FAULT) + 2 * times(text, GRAVE_FAULT) + 3 * times(text, /\bweakness(?:es)?\b/gi)
  const praise = times(text, PRAISE) + 2 * times(text, HIGH_PRAISE) + 3 * times(text, /\bstrengths?\b/gi)
  if (tone === 'faults') return MENDED.test(text) ? 0 : faults - praise
  return faults > 0 || TURNS.test(text) || SHADOW.test(text) ? 0 : praise
}

/** Null where the question asks for neither, or no report in scope has a plain finding of the kind. */
export function tone({ text, reports: inScope }: Question, corpus: Corpus): Composed | null {
  const asked = toneOf(text)
  if (!asked) return null
  const all = corpus.reports.filter(({ id }) => inScope.includes(id)).sort((a, b) => lastDay(b).localeCompare(lastDay(a)))
  // what a council says of itself comes in only where nothing else is asked
  const inspections = all.filter(({ kind }) => kind !== 'committee_report')
  const reports = inspections.length > 0 ? inspections : all
  const shown = reports.map((report) => ({ report, units: plainest(report, asked, corpus) })).filter(({ units }) => units.length > 0)
  if (shown.length === 0) return null
  const each = shown.length === 1 ? MOST : FROM_EACH
  const chosen = shown.slice(0, MOST_REPORTS).flatMap(({ units }) => units.slice(0, each))
  const why = asked === 'praise' ? 'One of the plainest words of praise in this report' : 'One of the plainest faults found in this report'
  const from = new Set(chosen.map(({ placed }) => placed.report.id))
  return {
    quotes: chosen.map(({ placed, at }) => quoteOf({ placed, sentences: [at, at], caution: cautionOf(placed.passage, at), why })),
    mentions: shown.map(({ report }) => report.id),
    summary: `${count(chosen.length, 'quote')} from ${count(from.size, 'report')}, chosen for their plain ${asked === 'praise' ? 'praise' : 'criticism'}.`,
    notes: [
      `These sentences ${asked === 'praise' ? 'praise' : 'criticise'} most plainly: a choice, not all that is said. Name a topic for more.`,
    ],
  }
}

/** The report's own findings that say it most plainly, one of a paragraph, in the order of their weight. */
function plainest(report: Report, asked: Tone, corpus: Corpus): Unit[] {
  const best = new Map<string, { unit: Unit; weight: number }>()
  const said = new Set<string>()
  for (const { paragraphs } of report.sections)
    for (const { id, kind, speaker } of paragraphs) {
      if (kind !== 'text' || (speaker.voice !== 'finding' && report.kind !== 'committee_report')) continue
      for (const unit of corpus.unitsOf.get(id) ?? []) {
        const { text, leans } = traitsOf(unit)
        const weight = leans ? 0 : weightOf(text, asked) - (cautionOf(unit.placed.passage, unit.at) ? TURNED : 0)
        // a summary says the same once more
        if (weight <= (best.get(id)?.weight ?? 0) || said.has(text)) continue
        said.add(text)
        best.set(id, { unit, weight })
      }
    }
  return [...best.values()].sort((a, b) => b.weight - a.weight || a.unit.ordinal - b.unit.ordinal).map(({ unit }) => unit)
}
