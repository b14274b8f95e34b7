import { describe, expect, it } from 'vitest'
import { verify } from '../../../server/verify/verify.ts'
import { realCorpus } from '../../support/corpus.ts'
import { plantedSet } from '../../support/planted.ts'

const corpus = await realCorpus()
const check = (text: string) => verify(text, corpus)
const verdicts = (text: string) => check(text).quotations.map(({ verdict }) => verdict)
const only = (text: string) => {
  const { quotations } = check(text)
  expect(quotations).toHaveLength(1)
  return quotations[0]!
}

/** The share of planted quotations that get their verdict, and nothing besides. */
function scored(seed: number): { right: number; of: number; wrong: string[] } {
  const set = plantedSet(corpus, seed, 20)
  const { quotations } = check(set.map(({ paragraph }) => paragraph).join('\n\n'))
  const wrong: string[] = []
  let at = 0
  for (const { kind, paragraph, expected } of set) {
    const end = at + paragraph.length
    const own = quotations.filter(({ at: [start] }) => start >= at && start <= end).map(({ verdict }) => verdict)
    if (own.join() !== expected) wrong.push(`${kind}: ${paragraph} → ${own.join() || 'nothing'}, not ${expected}`)
    at = end + 2
  }
  return { right: set.length - wrong.length, of: set.length, wrong }
}

describe('a draft with planted quotations', () => {
  // 1 to 12 were looked at while the rules were made; the others never were.
  it.each([1, 5, 9])('gets at least 99 in 100 verdicts right (set %i)', (seed) => {
    const { right, of, wrong } = scored(seed)
    expect(of).toBeGreaterThanOrEqual(200)
    expect(right / of, wrong.join('\n')).toBeGreaterThanOrEqual(0.99)
  })
  it.each([1001, 2002, 3003, 4004])('gets at least 99 in 100 right on a set made by unseen dice (%i)', (seed) => {
    const { right, of, wrong } = scored(seed)
    expect(right / of, wrong.join('\n')).toBeGreaterThanOrEqual(0.99)
  })
})

const RETURN = "Records of incidents and return home interviews are not fully evidenced on children's case files."

describe('a quotation', () => {
  it('is found word for word, with its sentence, its citation and a link', () => {
    const { verdict, places, at, text } = only(`The report says “${RETURN}”`)
    expect(verdict).toBe('found')
    expect(places.map(({ id }) => id)).toEqual(['004.p24.s2'])
    expect(places[0]!.citation).toMatch(/paragraph 24$/)
    expect(text).toBe(RETURN)
    expect(at).toEqual([17, 17 + RETURN.length])
  })
  it('may stand between any marks, in a block quote, or unmarked', () => {
    for (const [open, close] of ['“”', '""', '‘’', "''", '«»'].map((pair) => [...pair]))
      expect(verdicts(`It says ${open}${RETURN}${close}.`)).toEqual(['found'])
    expect(verdicts(`It says:\n\n> ${RETURN}\n> — Ofsted, 2019`)).toEqual(['found'])
    expect(verdicts(`It says:\n\n    ${RETURN}\n\nAnd so on.`)).toEqual(['found'])
    expect(
      only(`It is plain that records of incidents and return home interviews are not fully evidenced on children’s case files.`).how,
    ).toBe('unmarked')
  })
  it('keeps its marks and dashes as it likes, but not its capitals', () => {
    expect(verdicts('“records of incidents and return home interviews are not fully evidenced on children’s case files”')).toEqual([
      'found',
    ])
    expect(verdicts('“Records of Incidents and Return Home Interviews are not fully evidenced”')).toEqual(['altered'])
  })
  it('that lost its negation shows the word that is missing', () => {
    const { verdict, nearest } = only(`“${RETURN.replace('not ', '')}”`)
    expect(verdict).toBe('altered')
    expect(nearest?.quote.id).toBe('004.p24.s2')
    expect(nearest?.difference).toEqual([
      { op: 'same', text: 'Records of incidents and return home interviews are' },
      { op: 'removed', text: 'not' },
      { op: 'same', text: "fully evidenced on children's case files" },
    ])
  })
  it('may leave words out with dots and put words in with brackets', () => {
    expect(verdicts("“Records of incidents … are not fully evidenced on children's case files.”")).toEqual(['found'])
    expect(verdicts('“[r]ecords of incidents and return home interviews [in Stoke] are not fully evidenced”')).toEqual(['found'])
  })
  it('may not hide a negation behind dots or brackets', () => {
    expect(verdicts('“return home interviews are … fully evidenced on children’s case files”')).toEqual(['altered'])
    expect(verdicts('“return home interviews are [always] fully evidenced on children’s case files”')).toEqual(['altered'])
  })
  it('joined from two places is stitched, dots or none', () => {
    const other = 'return home interviews are not always effective in identifying or reducing risks'
    expect(verdicts(`“When children in care go missing, they receive an inconsistent response and ${other}”`)).toEqual(['stitched'])
    expect(verdicts(`“When children in care go missing, they receive an inconsistent response … ${other}”`)).toEqual(['stitched'])
  })
  it('may run over two sentences and over neighbouring list items', () => {
    expect(
      verdicts(
        '“The effectiveness of return home interviews for children who repeatedly go missing from home or care. The effectiveness of the response to young people who present as homeless.”',
      ),
    ).toEqual(['found'])
  })
  it('may be copied with the number of its paragraph', () => {
    expect(verdicts('“24. When children in care go missing, they receive an inconsistent response to protect them.”')).toEqual(['found'])
  })
  it('of fewer than four words gets no verdict, and the reader is told', () => {
    const { quotations, tooShort } = check('Services are “good” and ‘well led’, and “not safe”.')
    expect(quotations).toEqual([])
    expect(tooShort.map(({ text }) => text)).toEqual(['good', 'well led', 'not safe'])
  })
  it('of two words is found where it is a whole row of a table', () => {
    expect(verdicts('The table says “Partnerships Adequate”.')).toEqual(['found'])
  })
  it('that was never closed is looked up all the same', () => {
    expect(verdicts('They wrote "the bus service to the moon was judged outstanding by everyone')).toEqual(['not_found'])
  })
  it('is no apostrophe, no decade and no title', () => {
    expect(check("The children's records of the '90s weren't the council's own families' files, it's said.")).toEqual({
      quotations: [],
      tooShort: [],
    })
    expect(
      check(
        "Ofsted. 'Staffordshire County Council: Inspection of children’s social care services' 2019: unnumbered paragraph under 'What needs to improve'",
      ),
    ).toEqual({ quotations: [], tooShort: [] })
  })
})

describe('a citation beside a quotation', () => {
  it.each([
    ['names another council', `In Staffordshire, “${RETURN}”`, /Staffordshire/],
    ['names a council outside the collection', `“${RETURN}” (Ofsted, Birmingham, 2019)`, /Birmingham/],
    ['names another year', `The 2009 inspection said “${RETURN}”`, /2009/],
    ['names another paragraph', `“${RETURN}” (Ofsted, Stoke-on-Trent, 2019, para 14)`, /paragraph 14/],
    ['names it in a footnote', `He said “${RETURN}”[^1]\n\n[^1]: Ofsted, Staffordshire, 2019, paragraph 24`, /Staffordshire/],
    ['follows a block quote', `> ${RETURN}\n> — Ofsted, Staffordshire, 2019`, /Staffordshire/],
    [
      'gives a council’s paper to Ofsted',
      '“Members were pleased that Ofsted had rated Staffordshire Children’s Services as ‘good’” (Ofsted, 2019)',
      /Ofsted/,
    ],
  ])('that %s is told', (_, draft, reason) => {
    const { verdict, reason: why, places } = only(draft)
    expect(verdict).toBe('differently_cited')
    expect(why).toMatch(reason)
    expect(places.length).toBeGreaterThan(0)
  })
  it.each([
    ['its own council', `In Stoke, “${RETURN}”`],
    ['its own year', `The February 2019 inspection said “${RETURN}”`],
    ['the paragraph', `“${RETURN}” (Ofsted, Stoke-on-Trent, 2019, paras 22-25)`],
    ['the day on which it was looked up', `“${RETURN}” (Ofsted, 2019; accessed 3 May 2024)`],
    [
      'another council for another quotation',
      `“${RETURN}” (Stoke-on-Trent, 2019). In Staffordshire, “return home interviews are not always effective in identifying or reducing risks” (2019).`,
    ],
    ['a statute', `Under the Children Act 1989 the report is plain: “${RETURN}”`],
  ])('that names %s is right', (_, draft) => {
    expect(new Set(verdicts(draft))).toEqual(new Set(['found']))
  })
  it('may give a paragraph whose number the file lost, if it fits between the printed ones', () => {
    const text = 'return home interviews are not always effective in identifying or reducing risks'
    expect(verdicts(`“${text}” (Ofsted, Staffordshire, 2019, paragraph 13)`)).toEqual(['found'])
    expect(verdicts(`“${text}” (Ofsted, Staffordshire, 2019, paragraph 27)`)).toEqual(['differently_cited'])
  })
})
