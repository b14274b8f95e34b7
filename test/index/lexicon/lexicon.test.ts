/** The lexicon is knowledge of the field with sources, and no memory of questions or of the reports at hand. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { entriesOf, KINDS } from '../../../index/lexicon/thesaurus.ts'
import { AUTHORITIES } from '../../../index/library/authorities.ts'
import { tokens } from '../../../index/text/analyzer.ts'
import { seeds, units } from '../../support/seeds.ts'

const folder = new URL('../../../index/lexicon/', import.meta.url)
const entries = KINDS.flatMap((kind) => entriesOf(kind).map((entry) => ({ ...entry, kind })))
const words = (text: string): string[] => tokens(text).map(({ word }) => word)
/** Words side by side, with a space at either end, so that a phrase is found whole. */
const run = (text: string): string => {
  const known = runs.get(text) ?? ` ${words(text).join(' ')} `
  runs.set(text, known)
  return known
}
const runs = new Map<string, string>()

const SORTS = ['law', 'guidance', 'framework', 'glossary', 'spelling']

/** The table of sources: `| id | sort | what | where | licence | checked |`. */
const sources = readFileSync(new URL('README.md', folder), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, sort, ...others] = line.split('|').map((cell) => cell.trim())
    return id && sort && SORTS.includes(sort) ? [{ id, sort, others: others.slice(0, 4) }] : []
  })
const sortOf = new Map(sources.map(({ id, sort }) => [id, sort]))

describe('every entry', () => {
  test('has a source of the table, and every source of the table is named by an entry', () => {
    expect(entries.filter(({ source }) => !sortOf.has(source))).toEqual([])
    const named = new Set(entries.map(({ source }) => source))
    expect(sources.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([])
  })

  test('says in the table what its source is, where, under what licence and how it was checked', () => {
    expect(sources.filter(({ others }) => others.length < 4 || others.some((cell) => cell === ''))).toEqual([])
    expect(new Set(sources.map(({ sort }) => sort)).size).toBe(SORTS.length)
  })

  test('says nothing twice', () => {
    const key = (term: string): string =>
      tokens(term)
        .map(({ term: stem }) => stem)
        .join(' ')
    expect(entries.filter(({ terms }) => new Set(terms.map(key)).size < terms.length).map(({ terms }) => terms)).toEqual([])
  })

  /** Judgments that the whole field calls by the council that lost. */
  const JUDGMENTS = new Set(['Southwark judgment', 'Merton compliant'])

  test('is of the whole field: no place and no council is named', () => {
    const places = AUTHORITIES.map(({ name }) => run(name))
    const isPlaced = (term: string): boolean => !JUDGMENTS.has(term) && places.some((place) => run(term).includes(place))
    const placed = entries.flatMap(({ terms }) => terms.filter(isPlaced))
    expect(placed).toEqual([])
  })
})

describe('a term is a name, not a way of asking', () => {
  /** Words that a name has not and a question or a sentence has. */
  const ASKING = new Set(
    (
      'i me my you your he him his she her we us our they them their who whom whose what when where why how which ' +
      'is are was were am do does did has have had can could will would should'
    ).split(' '),
  )
  /** Names that have one all the same, as their sources print them. */
  const PRINTED_SO = new Set([
    'access to their records',
    'contact with their families',
    'return to their parents',
    'return to the care of their parents',
    'should be placed for adoption',
    'should be placed for adoption decision',
    'what needs to improve',
  ])
  const isAsking = (term: string): boolean =>
    !PRINTED_SO.has(term) && words(term.replace(/\b(?:His|Her) Majesty's/, '')).some((word) => ASKING.has(word))

  test('it has no pronoun, no question word and no auxiliary verb', () => {
    const asking = entries.flatMap(({ terms }) => terms.filter(isAsking))
    expect(asking).toEqual([])
  })

  test('one of three words and more that stands in a gold question is named by law, guidance, a framework or a glossary', () => {
    const gold = new URL('../../gold/', import.meta.url)
    const questions = readdirSync(gold)
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) =>
        readFileSync(new URL(file, gold), 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => run((JSON.parse(line) as { question: string }).question)),
      )
    const unnamed = entries.flatMap(({ terms, source, at }) =>
      terms.filter(
        (term) =>
          words(term).length >= 3 &&
          questions.some((question) => question.includes(run(term))) &&
          (sortOf.get(source) === 'spelling' || (sortOf.get(source) === 'glossary' && at === undefined)),
      ),
    )
    expect(unnamed).toEqual([])
  })

  test('one of four words and more that a report at hand prints has its place in the source, or is what an acronym stands for', () => {
    const printed = run(seeds.flatMap(({ id }) => units(id)).join(' . '))
    const isShort = (term: string): boolean => /^\S*\p{Lu}\S*\p{Lu}\S*$/u.test(term)
    const placeless = entries.flatMap(({ terms, at }) =>
      at !== undefined || terms.some(isShort) ? [] : terms.filter((term) => words(term).length >= 4 && printed.includes(run(term))),
    )
    expect(placeless).toEqual([])
  })
})
