/** "What are the strengths?", "what is going wrong?": the sentences that say so most plainly, whatever they are about. */

import type { Report } from '../../../index/model/report.ts'
import type { Corpus, Unit } from '../../../index/search/corpus.ts'
import { quoteOf } from '../../cite/quote.ts'
import { inTurns, type Steps } from '../../work/steps.ts'
import type { ToneSide } from '../asks.ts'
import { newestFirst } from '../days.ts'
import { traitsOf } from '../rank/traits.ts'
import { cautionOf } from '../select/caution.ts'
import { count } from '../wording.ts'
import type { Composed, Kind } from './kind.ts'

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

const times = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function weightOf(text: string, side: ToneSide): number {
  if (text.length < SHORTEST || text.endsWith(':') || GRADES.test(text)) return 0
  const faults = times(text, FAULT) + 2 * times(text, GRAVE_FAULT) + 3 * times(text, /\bweakness(?:es)?\b/gi)
  const praise = times(text, PRAISE) + 2 * times(text, HIGH_PRAISE) + 3 * times(text, /\bstrengths?\b/gi)
  if (side === 'concern') return MENDED.test(text) ? 0 : faults - praise
  return faults > 0 || TURNS.test(text) || SHADOW.test(text) ? 0 : praise
}

export const tone: Kind = {
  name: 'tone',
  intent: 'passages',
  answer: ({ asks: { side, sideOnly }, reports }, corpus) => (side && sideOnly ? plainestOf(side, reports, corpus) : null),
}

/** Null where no report in scope has a plain finding of the kind. */
async function plainestOf(asked: ToneSide, inScope: string[], corpus: Corpus): Promise<Composed | null> {
  const all = newestFirst(inScope, corpus)
  // what a council says of itself comes in only where nothing else is asked
  const inspections = all.filter(({ kind }) => kind !== 'committee_report')
  const reports = inspections.length > 0 ? inspections : all
  const shown = await inTurns(plainestIn(reports, asked, corpus))
  if (shown.length === 0) return null
  const each = shown.length === 1 ? MOST : FROM_EACH
  const chosen = shown.slice(0, MOST_REPORTS).flatMap(({ units }) => units.slice(0, each).map((ordinal) => corpus.units.at(ordinal)!))
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

type Plain = { report: Report; units: number[] }
const known = new WeakMap<Corpus['places'], Record<ToneSide, Map<Report, number[]>>>()

/** Found once for a report: reading all findings of four hundred takes a second. */
function* plainestIn(reports: Report[], asked: ToneSide, corpus: Corpus): Steps<Plain[]> {
  const both = known.get(corpus.places) ?? { praise: new Map(), concern: new Map() }
  known.set(corpus.places, both)
  const shown: Plain[] = []
  for (const report of reports) {
    let units = both[asked].get(report)
    if (!units) {
      units = plainest(report, asked, corpus).map(({ ordinal }) => ordinal)
      both[asked].set(report, units.slice(0, MOST))
      yield 1
    }
    if (units.length > 0) shown.push({ report, units })
  }
  return shown
}

/** The report's own findings that say it most plainly, one of a paragraph, in the order of their weight. */
function plainest(report: Report, asked: ToneSide, corpus: Corpus): Unit[] {
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
