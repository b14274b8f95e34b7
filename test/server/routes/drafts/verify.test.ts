import { describe, expect, it } from 'vitest'
import { makeApp } from '../../../../server/app.ts'
import { realCorpus } from '../../../support/corpus.ts'

const app = makeApp({ corpus: await realCorpus(), loadedAt: null })
const QUOTE = "Records of incidents and return home interviews are not fully evidenced on children's case files."

const post = (body: unknown) =>
  app.request('/api/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const send = (fields: Record<string, string | File>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return app.request('/verify', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: form })
}

describe('POST /api/verify', () => {
  it('gives a verdict on each quotation, in the order of the text, with offsets into it', async () => {
    const text = `First “${QUOTE}” Then “${QUOTE.replace('not ', '')}” Last “the moon is made of the finest green cheese”.`
    const { quotations } = (await (await post({ text })).json()) as {
      quotations: { verdict: string; text: string; at: [number, number] }[]
    }
    expect(quotations.map(({ verdict }) => verdict)).toEqual(['found', 'altered', 'not_found'])
    for (const one of quotations) expect(text.slice(...one.at)).toBe(one.text)
  })
  it('takes an empty text, and no other shape', async () => {
    expect(await (await post({ text: '' })).json()).toEqual({ quotations: [], tooShort: [] })
    expect((await post({})).status).toBe(422)
    expect((await post('{"text":')).status).toBe(400)
  })
  it('says 413 to a text that is too long', async () => {
    const response = await post({ text: 'a'.repeat(1_000_001) })
    expect(response.status).toBe(413)
    expect(((await response.json()) as { error: { code: string; message: string } }).error).toMatchObject({
      code: 'too_large',
      message: expect.stringMatching(/1,000,000/),
    })
  })
  it('says the same twice', async () => {
    const twice = [await post({ text: `“${QUOTE}”` }), await post({ text: `“${QUOTE}”` })]
    expect(await twice[0]!.text()).toBe(await twice[1]!.text())
  })
})

describe('the page Check my quotes', () => {
  it('has a form that needs no scripts', async () => {
    const html = await (await app.request('/verify')).text()
    expect(html).toMatch(/<form[^>]* action="\/verify" method="post" enctype="multipart\/form-data">/)
    expect(html).toMatch(/<label[^>]*for="text"/)
    expect(html).toMatch(/<label[^>]*for="draft"/)
  })
  it('shows the verdict, the citation, the link and the word that differs', async () => {
    const html = await (await send({ text: `“${QUOTE}” and “${QUOTE.replace('not', 'always')}”` })).text()
    expect(html).toContain('1 of 2 quotations found as cited.')
    expect(html).toContain('/reports/004?quote=004.p24.s2#004.p24')
    expect(html).toMatch(/<del>.*not.*<\/del>/)
    expect(html).toMatch(/<ins>.*always.*<\/ins>/)
  })
  it('reads a file', async () => {
    const html = await (await send({ text: '', draft: new File([`> ${QUOTE}`], 'draft.md') })).text()
    expect(html).toContain('Quotations in draft.md')
    expect(html).toContain('1 of 1 quotation found as cited.')
  })
  it('writes a draft’s own marks as text', async () => {
    const html = await (await send({ text: '“<script>alert(1)</script> is in a draft of ours”' })).text()
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)')
  })
  it.each([
    ['nothing', { text: ' ' }, 422, /Paste a text, or choose/],
    ['a .docx that is no zip', { text: '', draft: new File(['hello'], 'draft.docx') }, 415, /draft\.docx is not a Word document/],
    ['an empty file', { text: '', draft: new File([], 'draft.txt') }, 422, /draft\.txt is empty/],
    ['a file beyond 20 MB', { text: '', draft: new File([new Uint8Array(21 * 1024 * 1024)], 'draft.txt') }, 413, /larger than 20 MB/],
  ])('answers %s with a message and the form', async (_, fields, status, message) => {
    const response = await send(fields as Record<string, string | File>)
    expect(response.status).toBe(status)
    const html = await response.text()
    expect(html).toMatch(message)
    expect(html).toMatch(/<form[^>]* action="\/verify"/)
  })
})
