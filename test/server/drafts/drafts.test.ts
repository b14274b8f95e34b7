/** Drafts from anybody: whatever one holds, the service goes on and its sender is told what to send instead. */
import { afterAll, describe, expect, it } from 'vitest'
import { UnreadableDraft } from '../../../server/drafts/draft.ts'
import { openDraftReader } from '../../../server/drafts/drafts.ts'
import { realApp } from '../../support/app.ts'
import { docxOf } from '../../support/docx.ts'
import { watchStalls } from '../../support/stalls.ts'

const MEGABYTE = 1024 * 1024
/** 90 kB that open to 15 MB of elements without a word: read in this process, they took it to more than 3 GB. */
const INFLATING = docxOf('<w:p><w:r><w:t/></w:r></w:p>'.repeat((15 * MEGABYTE) / 28))
const PLAIN = docxOf('<w:p><w:r><w:t>The report says “children are safe and heard”.</w:t></w:r></w:p>')

const reader = openDraftReader()
afterAll(() => reader.close())
const faultOf = async (reading: Promise<unknown>): Promise<UnreadableDraft> => {
  const fault = await reading.catch((error: unknown) => error)
  if (!(fault instanceof UnreadableDraft)) throw new Error(`it was read: ${fault}`)
  return fault
}

/** Processes start slowly on a busy machine. */
const PATIENT = { timeout: 180_000 }

describe('drafts from anybody', PATIENT, () => {
  it('are read as before', async () => {
    expect(await reader.read(PLAIN, 'draft.docx')).toEqual({ text: 'The report says “children are safe and heard”.', note: null })
    expect(await reader.read(new TextEncoder().encode('“safe”'), 'draft.md')).toEqual({ text: '“safe”', note: null })
    expect((await faultOf(reader.read(docxOf('<w:p>'), 'broken.docx'))).message).toMatch(/^broken\.docx cannot be read as a Word document/)
  })

  it('that inflate beyond all measure are given up, with what to send instead', async () => {
    expect(INFLATING.length).toBeLessThan(100 * 1024)
    const small = openDraftReader({ memoryMb: 250, seconds: 120 })
    const { status, message } = await faultOf(small.read(INFLATING, 'inflating.docx'))
    expect([status, message]).toEqual([413, expect.stringMatching(/^inflating\.docx took more than 250 MB of memory .* paste its text/)])
    expect((await small.read(PLAIN, 'draft.docx')).text).toContain('safe and heard')
    small.close()
  })

  it('are turned away where others are being read, and text is not', async () => {
    const busy = openDraftReader({ waiting: 0 })
    const first = busy.read(PLAIN, 'first.docx')
    expect((await faultOf(busy.read(PLAIN, 'second.docx'))).status).toBe(503)
    expect((await busy.read(new TextEncoder().encode('“safe”'), 'draft.md')).text).toBe('“safe”')
    await first
    busy.close()
  })
})

describe('POST /verify', PATIENT, () => {
  it('answers others while it reads such a draft, and holds its only thread for less than 200 ms', async () => {
    const app = await realApp({ REQUEST_SECONDS: '300' })
    const form = new FormData()
    form.append('draft', new File([Uint8Array.from(INFLATING)], 'inflating.docx'))
    await app.request('/healthz')
    const before = process.memoryUsage.rss()
    const stalls = watchStalls()
    let done = false
    const sent = Promise.resolve(
      app.request('/verify', { method: 'POST', body: form, headers: { 'sec-fetch-site': 'same-origin' } }),
    ).finally(() => {
      done = true
    })
    let answered = 0
    while (!done) {
      expect((await app.request('/healthz')).status).toBe(200)
      answered++
      await Promise.race([sent, new Promise((resolve) => setImmediate(resolve))])
    }
    const reply = await sent
    expect(reply.status).toBe(413)
    expect(await reply.text()).toContain('inflating.docx took more than')
    expect(answered).toBeGreaterThan(100)
    expect(stalls.worst()).toBeLessThan(200)
    expect((process.memoryUsage.rss() - before) / MEGABYTE).toBeLessThan(100)
  })
})
