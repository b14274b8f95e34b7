/** Which council a report is about, weighed from everything that tells: title, letter head, file name, running text. */
import type { MarkedBlock } from '../../formats/format.ts'
import type { CouncilEvidence, CouncilFound, Facts, Provenance } from '../../model/report.ts'
import { type Authority, authorityCalled } from '../authorities.ts'
import { authorityNamed, everydayName } from '../authority-names.ts'
import { councilInPath } from '../path-facts.ts'
import { authorityOn, wasThere } from '../reorganisations.ts'
import { authoritiesIn, type Mention } from './mentions.ts'

/**
 * How much a place weighs (0 to 5). Chosen so that a title outweighs a folder's number only with a word of the text behind it,
 * that title and text together outweigh any path, and that a few chance mentions are shown to a person and decide nothing.
 * Measured on 431 inspection reports by Ofsted: all get their council, with and without their path; with the title taken away
 * too, 410 do from the running text, a person is asked about 21, and none is wrong.
 */
const WEIGHTS = { title: 4, head: 3, number: 3, path: 2, text: 3, hint: 0 } as const
/** By so much the first must outweigh the second (1 to 3), or a person has to look. */
const MARGIN = 2
/** Added below the line, so that a single witness is never quite certain (0.2 to 1). */
const DOUBT = 0.5
/** Mentions in the running text from which it counts, and the share of the second's that the first must exceed. */
const FEWEST_MENTIONS = 3
const LEAD = 2
/** Blocks of running text that are read (100 to 400): a report speaks of its council from the first page. */
const MOST_BLOCKS = 200
/** Lines of a letter head or cover are short and stand early. */
const HEAD_BLOCKS = 14
const LONGEST_HEAD_LINE = 120

type Witness = CouncilEvidence & { authority: string; weight: number }
export type CouncilRead = {
  authority: string | null
  found: CouncilFound
  provenance: Provenance | null
}

/** @param facts what the text tells, without an authority that anything else has added. @param day ISO day of the report, null where not known. */
export function councilOf(source: string, facts: Partial<Facts>, blocks: MarkedBlock[], day: string | null): CouncilRead {
  const witnesses = [...inTitle(facts, blocks, day), ...inHead(blocks, day), ...inPath(source, day), ...inText(blocks, day)]
  const ranked = weigh(witnesses)
  const [first, second] = ranked
  const evidence = witnesses.map(({ weight: _, ...rest }) => rest)
  const open = openQuestion(first, second)
  if (!first || open === 'none' || open === 'two') return { authority: null, found: { confidence: 0, open, evidence }, provenance: null }
  const confidence = Math.round((100 * first.weight) / (first.weight + (second?.weight ?? 0) + DOUBT)) / 100
  const best = witnesses.filter(({ authority }) => authority === first.authority).sort((a, b) => b.weight - a.weight)[0]!
  return { authority: first.authority, found: { confidence, open, evidence }, provenance: provenanceOf(best) }
}

type Ranked = { authority: string; weight: number }

function weigh(witnesses: Witness[]): Ranked[] {
  const sums = new Map<string, number>()
  for (const { authority, weight } of witnesses) sums.set(authority, (sums.get(authority) ?? 0) + weight)
  return [...sums].map(([authority, weight]) => ({ authority, weight })).sort((a, b) => b.weight - a.weight)
}

function openQuestion(first: Ranked | undefined, second: Ranked | undefined): CouncilFound['open'] {
  if (!first || first.weight < MARGIN) return 'none'
  if (second && first.weight - second.weight < MARGIN) return 'two'
  return authorityCalled(first.authority) ? null : 'not listed'
}

function provenanceOf({ from, printed }: Witness): Provenance {
  if (from === 'path') return { from: 'path', note: `From the name of the file or its folder: “${printed}”.` }
  return { from: 'text', note: from === 'text' ? `From the running text, which names it most: “${printed}”.` : null }
}

function inTitle({ title, authority, council }: Partial<Facts>, blocks: MarkedBlock[], day: string | null): Witness[] {
  const lines = [authority, council, title, ...blocks.filter(({ role }) => role === 'title').map(({ text }) => text)]
  const named = lines.flatMap((line) => {
    const known = line ? authorityNamed(line) : null
    return known ? [{ authority: known, printed: line!, asCouncil: true, capitalAnyway: false }] : authoritiesIn(line ?? '')
  })
  const known = witnessesOf('title', WEIGHTS.title, named, day)
  const printed = authority ?? council
  if (known.length > 0 || !printed) return known
  return [{ from: 'title', authority: everydayName(printed), printed, weight: WEIGHTS.title }]
}

/** Short lines at the beginning that consist of a council's name, or hold it as a council's: "Staffordshire County Council". */
function inHead(blocks: MarkedBlock[], day: string | null): Witness[] {
  const greeting = blocks.findIndex(({ text }) => /^Dear\b/.test(text))
  const lines = blocks
    .slice(0, greeting < 0 ? HEAD_BLOCKS : greeting)
    .filter(({ text, role }) => role !== 'title' && text.length <= LONGEST_HEAD_LINE && !/[.!?]$/.test(text))
  const named = lines.flatMap(({ text }) => {
    const whole = authorityNamed(text)
    return whole
      ? [{ authority: whole, printed: text, asCouncil: true, capitalAnyway: false }]
      : authoritiesIn(text).filter(({ asCouncil }) => asCouncil)
  })
  return witnessesOf('head', WEIGHTS.head, named, day)
}

function inPath(source: string, day: string | null): Witness[] {
  const { numbered, named } = councilInPath(source)
  if (numbered) return witnessesOf('path', WEIGHTS.number, [numbered], day)
  return witnessesOf('path', WEIGHTS.path, named, day)
}

/** The authority that the running text names most by far; where none leads, the first is a hint. */
function inText(blocks: MarkedBlock[], day: string | null): Witness[] {
  const counts = new Map<string, { mention: Mention; count: number }>()
  for (const { text } of blocks.filter(({ role }) => role !== 'furniture').slice(0, MOST_BLOCKS))
    for (const mention of authoritiesIn(text)) {
      const [authority] = onDay([mention], day)
      if (!authority || (authority.ambiguous && mention.capitalAnyway && !mention.asCouncil)) continue
      const before = counts.get(authority.name)
      // a council is meant more surely than a place
      const count = (before?.count ?? 0) + (mention.asCouncil ? 2 : 1)
      counts.set(authority.name, { mention: before?.mention ?? { ...mention, authority }, count })
    }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count)
  if (!first || first.count === second?.count) return []
  const leads = first.count >= FEWEST_MENTIONS && first.count >= LEAD * (second?.count ?? 0)
  return witnessesOf('text', leads ? WEIGHTS.text : WEIGHTS.hint, [first.mention], day)
}

/** The authorities of that day: a name that was handed on means who bore it then, and one that had ended or not begun is none. */
const onDay = (mentions: Mention[], day: string | null): Authority[] =>
  mentions.flatMap(({ authority }) => {
    const then = authorityOn(authority, day)
    return day && !wasThere(then, day) ? [] : [then]
  })

/** One witness for each authority named, with the words that name it first. */
function witnessesOf(from: CouncilEvidence['from'], weight: number, mentions: Mention[], day: string | null): Witness[] {
  const found = new Map<string, Witness>()
  for (const mention of mentions) {
    const [authority] = onDay([mention], day)
    if (authority && !found.has(authority.name))
      found.set(authority.name, { from, authority: authority.name, printed: mention.printed, weight })
  }
  return [...found.values()]
}
