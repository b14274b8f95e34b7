/** What grades and terms mean: by what the reports print, with what the lexicon has beside it. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { shortFormOf } from '../../../../index/lexicon/short-forms.ts'
import { entriesOf } from '../../../../index/lexicon/thesaurus.ts'
import { type Corpus, makeCorpus } from '../../../../index/search/corpus.ts'
import { ask } from '../../../../server/answer/ask.ts'
import { realCorpus } from '../../../support/corpus.ts'
import { madeReport } from '../../../support/made-report.ts'

let corpus: Corpus
beforeAll(async () => {
  corpus = await realCorpus()
})

describe('a grade', () => {
  test.each(['What does adequate mean?', 'what counts as adequate?', 'what is meant by adequate?', 'definition of adequate'])(
    '%s gets the printed definition, whose newness does not matter',
    async (question) => {
      const { quotes, notes } = await ask(question, [], corpus)
      expect(quotes.map(({ text }) => text)).toEqual(['Adequate (Grade 3) A service that only meets minimum requirements'])
      expect(notes).toEqual([])
    },
  )

  test('the whole scale', async () => {
    const { quotes } = await ask('what grades are there?', [], corpus)
    // the fourth row is printed without its grade
    expect(quotes.map(({ id }) => id)).toEqual(['002.r23', '002.r24', '002.r25', '002.r26'])
  })

  test('of another scale than the report uses is not defined by its neighbour on the report’s own', async () => {
    const { outcome, reason, related } = await ask('what does requires improvement mean in Staffordshire 2009?', [], corpus)
    expect(outcome).toBe('not_found')
    expect(reason).toMatch(/uses another scale: its third grade is “Adequate”, not “Requires improvement”/)
    expect(related.map(({ text }) => text)).toEqual(['Adequate (Grade 3) A service that only meets minimum requirements'])
  })

  test('that no report defines gets a plain no', async () => {
    expect((await ask('what does requires improvement mean in Stoke?', [], corpus)).reason).toMatch(
      /^The report on the Stoke-on-Trent inspection, 4 to 15 February 2019 does not print what “Requires improvement” means\./,
    )
  })

  test.each(['what counts as a good assessment?', 'what makes a good placement?'])(
    '“good” of something else is no grade: %s',
    async (question) => {
      expect((await ask(question, [], corpus)).interpretation.intent).not.toBe('judgement')
    },
  )
})

describe('a short form', () => {
  const spelt = makeCorpus([
    madeReport({
      authority: 'Kent',
      day: '2013-02-01',
      overall: 'Good',
      findings: ['The local authority designated officer (LADO) acts quickly.'],
    }),
    madeReport({
      authority: 'Camden',
      day: '2020-02-01',
      overall: 'Good',
      findings: ['The LADO acts quickly.', 'Remaining with carers, known as staying put, is common.'],
    }),
  ])
  test.each(['what is the LADO?', 'What does LADO stand for?', 'whats a lado', 'meaning of LADO'])(
    '%s gets the sentence that spells it out',
    async (question) => {
      const { quotes, notes } = await ask(question, [], spelt)
      expect(quotes.map(({ text }) => text)).toEqual(['The local authority designated officer (LADO) acts quickly.'])
      expect(notes).toEqual(['“LADO” stands for “local authority designated officer”.'])
    },
  )

  test('that is not spelt out where it was asked of gets a plain no and what it stands for', async () => {
    const { outcome, reason } = await ask('what is the LADO in Camden?', [], spelt)
    expect(outcome).toBe('not_found')
    expect(reason).toMatch(/does not spell out “LADO”\. In this field it stands for “local authority designated officer”\./)
  })

  test('a term by what it is the name of', async () => {
    expect((await ask('what does staying put mean?', [], spelt)).quotes[0]?.text).toMatch(/known as staying put/)
  })

  test('any of the lexicon, in any case, has a long form of its own', () => {
    const shorts = entriesOf('acronyms').flatMap(({ terms }) =>
      terms.some((term) => /\s/.test(term)) ? terms.filter((term) => /^\p{Lu}{3,6}$/u.test(term)) : [],
    )
    fc.assert(
      fc.property(fc.constantFrom(...shorts), fc.constantFrom('', 's'), fc.boolean(), (short, plural, lower) => {
        const form = shortFormOf(lower ? `${short}${plural}`.toLowerCase() : `${short}${plural}`)
        expect(form?.long.every((long) => /\s/.test(long))).toBe(true)
      }),
      { seed: 20190204, numRuns: 200 },
    )
  })
})

test('what a thing does is not answered by a list that hangs under a line about it', async () => {
  expect((await ask('what does early help do for families?', [], corpus)).interpretation.intent).toBe('passages')
})
