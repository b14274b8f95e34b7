/** The shipped reports and the ingested ones as one collection, the same whatever the order in which they came. */

import type { Report } from '../model/report.ts'
import { changed } from '../model/unread.ts'
import { renamed } from './pack.ts'

/** Hexadecimal digits of the source's hash that tell two reports of one name apart. */
const TELLING_DIGITS = 4

/**
 * Seeds keep their order and their ids; the others follow by authority, day and kind. Of several sources of one
 * inspection only the best is read: the one with more judgements, then fewer lost paragraph numbers, then page numbers,
 * then fewer odd characters, then more printed numbers, then a shipped one. It takes the shipped one's id, so that
 * links stay good.
 */
export function collect(seeds: Report[], ingested: Report[]): Report[] {
  const shipped = new Set(seeds.map(({ sha256 }) => sha256))
  const ordered = [...seeds, ...ingested.filter(({ sha256 }) => !shipped.has(sha256)).sort(inOrder)]
  const groups = new Map<string, Report[]>()
  for (const report of ordered) {
    const key = inspectionKey(report) ?? report.sha256
    groups.set(key, [...(groups.get(key) ?? []), report])
  }
  const taken = new Set(seeds.map(({ id }) => id))
  return [...groups.values()].map((group) => {
    const [best, ...others] = [...group].sort((a, b) => byQuality(a, b) || group.indexOf(a) - group.indexOf(b))
    const seed = group.find((report) => seeds.includes(report))
    const id = seed?.id ?? freeId(group[0]!, taken)
    taken.add(id)
    const report = best!.id === id ? best! : renamed(best!, id)
    return others.length === 0 ? report : changed(report, { alsoIn: others.map(({ source }) => source).sort() })
  })
}

/** What two sources of one inspection share; null where a report does not tell. */
export const inspectionKey = ({ authority, inspected, kind }: Report): string | null =>
  authority && inspected && kind !== 'other' && kind !== 'committee_report'
    ? [authority, inspected.from, inspected.to, kind].join('|')
    : null

type Quality = Pick<Report, 'judgements' | 'health' | 'pages'>
/** Below 0 where `a` is read better than `b`. */
export const byQuality = (a: Quality, b: Quality): number =>
  b.judgements.length - a.judgements.length ||
  a.health.numbersLost.length - b.health.numbersLost.length ||
  Number(a.pages === null) - Number(b.pages === null) ||
  a.health.oddCharacters - b.health.oddCharacters ||
  b.health.numbersFound - a.health.numbersFound

const inOrder = (a: Report, b: Report): number => compare(orderKey(a), orderKey(b))
const orderKey = ({ authority, inspected, published, kind, sha256 }: Report): string =>
  [authority ?? '\uffff', inspected?.from ?? published ?? '', kind, sha256].join('\n')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The first of a name keeps it: only a second one depends on what else is there. */
function freeId({ id, sha256 }: Report, taken: ReadonlySet<string>): string {
  let free = id
  for (let digits = TELLING_DIGITS; taken.has(free); digits++) free = `${id}-${sha256.slice(0, digits)}`
  return free
}
