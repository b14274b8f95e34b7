/** The file that a report was read from: its pages with the quote marked, itself with safe headers, and nothing that was not ingested. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestFile, startIngesting } from '../../../index/library/ingest-file.ts'
import { makeApp } from '../../../server/app.ts'
import { readConfig } from '../../../server/config.ts'
import { type Library, loadLibrary } from '../../../server/library.ts'
import { makePdf } from '../../support/pdf-maker.ts'

/** The first page starts a process that draws. */
const LONG_MS = 90_000
const PDF = '/reports/marked-report'
let dataDir = ''
let app: ReturnType<typeof makeApp>
let off: ReturnType<typeof makeApp>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'original-'))
  const ingesting = await startIngesting(dataDir, [])
  const files = {
    'marked.pdf': makePdf([
      [{ text: '1. First sentence here. Plans are', y: 700, tag: 'P#1' }],
      [{ text: 'too long.', y: 750, tag: 'P#1' }],
    ]),
    'page "one"\r\n.html': '<!doctype html><h1>Findings</h1><script>alert(1)</script><p>Children are safe.</p>',
  }
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(dataDir, 'file'), content)
    await ingestFile(ingesting, join(dataDir, 'file'), name)
  }
  const config = readConfig({ DATA_DIR: dataDir })
  const library: Library = { corpus: null, loadedAt: null }
  await loadLibrary(library, config, () => {})
  app = makeApp(library, { config })
  off = makeApp(library, { config: { ...config, keepOriginals: false } })
})
afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))

const text = async (path: string): Promise<string> => (await app.request(path)).text()

describe('a page of an ingested PDF', () => {
  it('is shown with the words of the quote marked, and leads to the other page that they stand on', { timeout: LONG_MS }, async () => {
    const first = await text(`${PDF}/pages/1?quote=marked-report.p1.s2`)
    expect(first).toContain('Plans are too long.')
    expect(first.match(/<rect /g)).toHaveLength(1)
    expect(first).toContain('/reports/marked-report/pages/2?quote=marked-report.p1.s2')
    const second = await text(`${PDF}/pages/2?quote=marked-report.p1.s2`)
    const [, x, y] = (/<rect x="([\d.]+)" y="([\d.]+)"/.exec(second) ?? []).map(Number)
    // 72 of 595 points from the left, 750 of 842 from the foot
    expect(x).toBeCloseTo(72 / 595, 2)
    expect(y).toBeCloseTo(1 - (750 + 0.92 * 12) / 842, 2)
    expect((await text(`${PDF}/pages/1`)).match(/<rect /g)).toBeNull()
  })

  it('is a picture that the browser may hold, drawn the same again', { timeout: LONG_MS }, async () => {
    const small = await app.request(`${PDF}/pages/1/image?quote=marked-report.p1.s2&size=small`)
    expect(small.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await small.arrayBuffer())
    expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16)]).toEqual(['PNG', 440])
    const held = await app.request(`${PDF}/pages/1/image?quote=marked-report.p1.s2&size=small`, {
      headers: { 'if-none-match': small.headers.get('etag')! },
    })
    expect(held.status).toBe(304)
  })

  it('costs nothing in the reader until it is opened', async () => {
    const reader = await text(`${PDF}?quote=marked-report.p1.s2`)
    expect(reader).toMatch(/<details class="see-page">.*loading="lazy"/s)
    expect(reader).toContain('/reports/marked-report/original')
  })

  it.each([
    ['a page that is not there', `${PDF}/pages/3`],
    ['a page that is no number', `${PDF}/pages/..%2f1`],
    ['a quote of another report', `${PDF}/pages/1?quote=004.p24`],
    ['a report that is not there', '/reports/nowhere/pages/1'],
    ['a shipped report, which is text', '/reports/004/pages/1'],
    ['the file of a shipped report', '/reports/004/original'],
    ['a path for an id', '/reports/..%2f..%2fetc%2fpasswd/original'],
  ])('is not found for %s', async (_, path) => {
    expect((await app.request(path)).status).toBe(404)
  })
})

describe('an original', () => {
  it('opens as a PDF where it is one, with nothing loaded by it', async () => {
    const reply = await app.request(`${PDF}/original`)
    expect(reply.headers.get('content-type')).toBe('application/pdf')
    expect(reply.headers.get('content-disposition')).toMatch(/^inline; filename="marked\.pdf"/)
    expect(reply.headers.get('content-security-policy')).toMatch(/^default-src 'none'; object-src 'self';/)
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('is only ever saved where it is anything else: no script of it runs', async () => {
    const page = (await text('/reports')).match(/href="(\/reports\/page[^"?]*)"/)?.[1]
    const reply = await app.request(`${page}/original`)
    expect(reply.headers.get('content-type')).toBe('application/octet-stream')
    expect(reply.headers.get('content-disposition')).toMatch(
      /^attachment; filename="page _one___\.html"; filename\*=UTF-8''page%20%22one%22%0D%0A\.html$/,
    )
    expect(reply.headers.get('content-security-policy')).toContain('sandbox')
    expect(await text(page!)).toContain('Download the original file')
  })

  it('is said not to be there for shipped reports and where none are kept', async () => {
    expect(await text('/reports/004')).toContain('The original file is not kept here')
    expect((await off.request(`${PDF}/original`)).status).toBe(404)
    expect((await off.request(`${PDF}/pages/1`)).status).toBe(404)
    expect(await (await off.request(`${PDF}?quote=marked-report.p1.s2`)).text()).not.toContain('See the page')
  })
})
