/** Forms are read as browsers write them, whatever they hold; and nobody waits for a form that was made to take long. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlain } from '../../../../server/http/body/json-size.ts'
import { DamagedForm, multipartIn } from '../../../../server/http/body/multipart.ts'
import { urlencodedIn } from '../../../../server/http/body/urlencoded.ts'
import { realApp } from '../../../support/app.ts'
import { watchStalls } from '../../../support/stalls.ts'

const RUNS = { seed: 7, numRuns: 300 }
const MB = 1024 * 1024
const MOST_MS = 200
const app = await realApp({ REQUEST_SECONDS: '300' })

const text = fc.string({ unit: 'binary', maxLength: 60 })
/** What looks like a part of the form itself. */
const tricky = fc.constantFrom('', '\r\n', '--', '\r\n--', '\r\n\r\n', '"; name="a"', '%22', '%', '%4', '+', '&=', '\u0000', '\ufeff')
const values = fc.oneof(text, tricky)

describe('a form', () => {
  it('of parts is read as it was made', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, values, fc.boolean()), { minLength: 1, maxLength: 6 }), async (fields) => {
        const form = new FormData()
        for (const [name, value, isFile] of fields) {
          if (isFile) form.append(name, new File([value], 'a;"b".txt', { type: 'text/plain' }))
          else form.append(name, value)
        }
        const request = new Request('http://localhost', { method: 'POST', body: form })
        const parts = multipartIn(Buffer.from(await request.arrayBuffer()), request.headers.get('content-type') ?? '')
        // browsers write every end of a line as two characters, in names and in texts
        const lines = (one: string): string => one.replace(/\r\n?|\n/g, '\r\n')
        expect(parts.map(({ name, filename, bytes }) => [name, filename, bytes.toString()])).toEqual(
          fields.map(([name, value, isFile]) => [lines(name), isFile ? 'a;"b".txt' : null, isFile ? value : lines(value)]),
        )
      }),
      RUNS,
    )
  })

  it('of an address is read as every program reads it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'%&=+aF0g2é '), maxLength: 80 }), async (form) => {
        expect(await urlencodedIn(Buffer.from(form))).toEqual([...new URLSearchParams(form.replace(/^\?/, '%3F'))])
      }),
      RUNS,
    )
  })

  it.each([
    ['no boundary', 'multipart/form-data', '--x\r\n'],
    ['another boundary', 'multipart/form-data; boundary=y', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--'],
    ['no end', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'],
    ['no name', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data\r\n\r\nb\r\n--x--'],
    ['no head', 'multipart/form-data; boundary=x', '--x\r\nb\r\n--x--'],
    ['nothing', 'multipart/form-data; boundary=x', ''],
  ])('with %s is damaged', (_, type, form) => {
    expect(() => multipartIn(Buffer.from(form), type)).toThrow(DamagedForm)
  })
})

describe('JSON', () => {
  it('is told by its structure alone, whatever its texts hold', () => {
    const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
    expect(isPlain(json({ text: '{[,:"\\"'.repeat(1000) }), 2)).toBe(true)
    expect(isPlain(json({ text: '\\', more: [1, 2, 3] }), 2)).toBe(false)
  })
})

const sent = (type: string) => ({ 'content-type': type, 'sec-fetch-site': 'same-origin' })
const FORM = sent('application/x-www-form-urlencoded')
const PARTS = sent('multipart/form-data; boundary=x')
const JSON_TYPE = sent('application/json')
const part = (name: string, value: string): string => `--x\r\ncontent-disposition: form-data; ${name}\r\n\r\n${value}\r\n`

/** Each held everybody up for a third of a second to almost two, and took up to 900 MB. */
const BODIES: [name: string, status: number, path: string, headers: Record<string, string>, body: () => string][] = [
  ['five million fields', 400, '/verify', FORM, () => 'a=b&'.repeat(5 * MB)],
  ['half a million parts', 400, '/verify', PARTS, () => `${part('name="a"', 'b').repeat(MB / 2)}--x--`],
  ['twenty megabytes in escapes', 413, '/verify', FORM, () => `text=${'%41'.repeat(6.6 * MB)}`],
  ['what almost ends a part, five million times', 413, '/verify', PARTS, () => `${part('name="text"', '\r\n--'.repeat(5 * MB))}--x--`],
  [
    'a file of nothing but line ends',
    200,
    '/verify',
    PARTS,
    () => `${part('name="draft"; filename="a.txt"', '\r\n'.repeat(0.9 * MB))}--x--`,
  ],
  ['two million empty objects', 422, '/api/verify', JSON_TYPE, () => `{"text":"a","proofs":[${'{},'.repeat(1.9 * MB)}{}]}`],
  [
    'half a million names',
    422,
    '/api/verify',
    JSON_TYPE,
    () => `{"text":"a"${Array.from({ length: 400_000 }, (_, i) => `,"k${i}":1`).join('')}}`,
  ],
]

describe('a body made to take long', { timeout: 120_000 }, () => {
  it.each(BODIES)('%s', async (_, status, path, headers, body) => {
    const request = new Request(`http://localhost${path}`, { method: 'POST', headers, body: body() })
    const stalls = watchStalls()
    const reply = await app.fetch(request)
    await reply.text()
    expect(stalls.worst()).toBeLessThan(MOST_MS)
    expect(reply.status).toBe(status)
  })
})
