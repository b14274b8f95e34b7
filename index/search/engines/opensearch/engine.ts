/** The engine of collections beyond one machine: MiniSearch's formula in a cluster, in 32-bit floats. */
import { numbers } from '../../numbers.ts'
import { type Documents, HEADING_BOOST, type SearchIndex, type SearchQuery } from '../../search-index.ts'
import type { Terms } from '../../term-tables.ts'
import { isSendable } from './documents.ts'
import type { Together } from './together.ts'

const NONE = new Uint32Array(0)

/** @param name of the index, which holds the collection that `terms` are of. */
export function clusterIndex(name: string, terms: Terms, ask: Together): SearchIndex {
  return {
    statistics: terms,
    async search(query) {
      const body = rankingOf(query, terms)
      if (!body) return []
      const { hits } = await ask(name, body)
      return (hits?.hits ?? []).map(({ sort }: { sort: [number, number] }) => ({ document: sort[1], score: sort[0] }))
    },
    async holders(groups, reports) {
      const keys = groups.map((group) => [...new Set(group)].sort().join(' '))
      // most forms of the thesaurus stand nowhere in the collection: nobody has to be asked about these
      const asked = [...new Set(keys)].filter(
        (key) => key !== '' && reports?.size !== 0 && key.split(' ').every((term) => isSendable(term) && terms.frequency(term) > 0),
      )
      const found = await Promise.all(asked.map((key) => ask(name, listingOf(key.split(' '), reports))))
      const lists = new Map(asked.map((key, i) => [key, numbersOf(found[i].aggregations.n.value)]))
      return keys.map((key) => lists.get(key) ?? NONE)
    },
  }
}

const scopeOf = (reports: SearchQuery['reports']) => (reports ? [{ terms: { report: [...reports] } }] : [])

/** Null where nothing can be found. */
function rankingOf({ terms: asked, reports, limit }: SearchQuery, { documents, frequency, headingFrequency }: Terms): object | null {
  if (reports?.size === 0 || limit < 1) return null
  const idf = (holders: number): number => Math.log(1 + (documents - holders + 0.5) / (holders + 0.5))
  const should: object[] = []
  const functions: object[] = []
  for (const [term, weight] of new Map(asked.map((one) => [one.term, one.weight]))) {
    if (!isSendable(term)) continue
    const places: object[] = []
    for (const [field, holders, boost] of [
      ['text', frequency(term), 1],
      ['heading', headingFrequency(term), HEADING_BOOST],
    ] as const) {
      if (holders === 0) continue
      should.push({ term: { [field]: { value: term, boost: weight * boost * idf(holders) } } })
      places.push({ term: { [field]: term } })
    }
    if (places.length > 0) functions.push({ filter: { bool: { should: places } }, weight: 1 })
  }
  if (should.length === 0) return null
  return {
    // also around a single term: without it Lucene skips by what it takes for the highest frequencies, and misses hits
    query: {
      function_score: {
        query: { bool: { should, minimum_should_match: 1, filter: scopeOf(reports) } },
        functions,
        score_mode: 'sum',
        boost_mode: 'multiply',
      },
    },
    size: Math.floor(limit),
    sort: [{ _score: 'desc' }, { n: 'asc' }],
    _source: false,
    stored_fields: '_none_',
    track_total_hits: false,
  }
}

/** All documents that hold all of the terms: each shard packs their numbers into one string, as steps in base 36. */
const listingOf = (terms: string[], reports: SearchQuery['reports']): object => ({
  query: { bool: { filter: [...terms.map((text) => ({ term: { text } })), ...scopeOf(reports)] } },
  size: 0,
  track_total_hits: false,
  aggs: {
    n: {
      scripted_metric: {
        init_script: 'state.n = []',
        map_script: "state.n.add((int) doc['n'].value)",
        combine_script: `state.n.sort((a, b) -> Integer.compare(a, b)); StringBuilder packed = new StringBuilder(); int last = 0;
          for (int i : state.n) { packed.append(Integer.toString(i - last, 36)).append(' '); last = i }
          return packed.toString()`.replace(/\s+/g, ' '),
        reduce_script: 'return states',
      },
    },
  },
})

/** Read a character at a time: a common word of a million paragraphs comes as megabytes. */
export function numbersOf(shards: readonly (string | null)[]): Documents {
  const all = numbers()
  for (const packed of shards) {
    let [last, step] = [0, 0]
    for (let at = 0; at < (packed?.length ?? 0); at++) {
      const code = packed!.charCodeAt(at)
      if (code !== SPACE) step = step * 36 + (code < LETTERS ? code - DIGITS : code - LETTERS + 10)
      else {
        last += step
        step = 0
        all.push(last)
      }
    }
  }
  return all.all().slice().sort()
}
const [SPACE, DIGITS, LETTERS] = [' ', '0', 'a'].map((one) => one.charCodeAt(0)) as [number, number, number]
