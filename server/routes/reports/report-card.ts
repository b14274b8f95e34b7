/** Report → the few words that pages say about it. Made once for a corpus, since it never changes. */

import type { Judgement, Report } from '../../../index/model/report.ts'
import { hyphened } from '../../../index/model/slug.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import type { Collection, GradeTag, ReportCard } from '../../../views/parts/report-card.ts'
import { KIND_NAMES, shortArea } from '../../../views/parts/wording.ts'
import { reportDate } from '../../cite/citation.ts'

/** A part's overall judgement goes by the part's name: "Safeguarding", "Looked after children". */
function partLabel(part: string, area: string): string {
  const short = part.replace(/^Services for /i, '').replace(/ services$/i, '')
  const name = short.charAt(0).toUpperCase() + short.slice(1)
  return /^overall effectiveness/i.test(area) ? name : `${name}: ${shortArea(area)}`
}

export const tagOf = ({ area, part, grade, point, passageId }: Judgement): GradeTag => ({
  area: part ? `${part}: ${area}` : area,
  part,
  label: part ? partLabel(part, area) : shortArea(area),
  grade,
  point,
  passage: passageId,
})

export function cardOf(report: Report): ReportCard {
  const { id, title, authority, publisher, kind, inspected, published, years, judgements } = report
  return {
    id,
    title,
    authority: authority ?? 'No council named',
    council: authority && hyphened(authority),
    publisher,
    kind,
    kindName: KIND_NAMES[kind],
    date: reportDate(report),
    years,
    day: inspected?.to ?? published ?? (years[0] ? `${Math.max(...years)}` : ''),
    overall: judgements.filter(({ area }) => /^overall effectiveness/i.test(area)).map(tagOf),
    judgements: judgements.map(tagOf),
  }
}

const made = new WeakMap<Corpus, Collection>()

export function collectionOf(corpus: Corpus): Collection {
  const known = made.get(corpus)
  if (known) return known
  const cards = corpus.reports.map(cardOf)
  const collection: Collection = {
    cards,
    authorities: [...new Set(corpus.reports.flatMap(({ authority }) => authority ?? []))].sort(),
    years: [...new Set(cards.flatMap(({ years }) => years))].sort((a, b) => b - a),
    kinds: [...new Set(cards.map(({ kind }) => kind))],
  }
  made.set(corpus, collection)
  return collection
}
