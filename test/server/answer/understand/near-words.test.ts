/** The words that a slip may have come from: none is missed, and few of a large collection are compared in full. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nearWords } from '../../../../server/answer/understand/near-words.ts'
import { distance } from '../../../../server/answer/understand/spelling.ts'
import { realCorpus } from '../../../support/corpus.ts'

const { vocabulary } = await realCorpus()
const words = [...vocabulary.keys()]
const list = nearWords(words)
const SLIPS = [1, 2]

const slips = fc
  .tuple(
    fc.constantFrom(...words),
    fc.array(fc.tuple(fc.nat(30), fc.constantFrom('swap', 'drop', 'add', 'change'), fc.string({ minLength: 1 }))),
  )
  .map(([word, changes]) =>
    changes.reduce((text, [place, how, letter]) => {
      const at = place % (text.length + 1)
      if (how === 'drop') return text.slice(0, at) + text.slice(at + 1)
      if (how === 'swap') return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
      return text.slice(0, at) + letter + text.slice(how === 'add' ? at : at + 1)
    }, word),
  )

it('finds every word that is so few slips away', () => {
  fc.assert(
    fc.property(slips, fc.constantFrom(...SLIPS), (word, most) => {
      const near = new Set(list.near(word, most))
      const missed = words.filter((other, at) => !near.has(at) && distance(word, other, most) <= most)
      expect(missed).toEqual([])
    }),
    { seed: 5, numRuns: 300 },
  )
})

it('compares few words in full, whatever is typed', () => {
  const typed = [...words.filter(({ length }) => length > 6).slice(0, 400), 'abcdefgh', 'eeeeeeee', 'aeiouaeiou', 'reinstated']
  const compared = typed.map((word) => list.near(word, 2).length)
  expect(compared.reduce((sum, one) => sum + one, 0) / typed.length).toBeLessThan(words.length / 40)
  expect(Math.max(...compared)).toBeLessThan(words.length / 8)
})
