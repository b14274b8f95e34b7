/** Reports over HTTP: nobody without the token, every file with its result, and gone when removed. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestFile, startIngesting } from '../../index/library/ingest-file.ts'
import { storedFiles } from '../../index/library/store.ts'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { safeName } from '../../server/http/uploads.ts'
import { type Library, loadLibrary } from '../../server/library.ts'

const TOKEN = 'correct horse battery'
const AUTHORIZED = { authorization: `Bearer ${TOKEN}` }
const library: Library = { corpus: null, loadedAt: null }
let dataDir = ''
let app: ReturnType<typeof makeApp>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'admin-'))
  const config = readConfig({ ADMIN_TOKEN: TOKEN, DATA_DIR: dataDir })
  await loadLibrary(library, config)
  app = makeApp(library, { config })
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const form = (fields: Record<string, string | File>): FormData => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return body
}
const post = (path: string, body: FormData, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', body, headers: { origin: 'http://localhost', ...headers } })

describe('without the token', () => {
  it('there is no such page where none is set', async () => {
    expect((await makeApp(library, { config: readConfig({}) }).request('/admin/reports')).status).toBe(404)
  })

  it('one may sign in and nothing else', async () => {
    const page = await app.request('/admin/reports')
    expect(page.status).toBe(401)
    expect(await page.text()).toContain('Admin token')
    expect((await post('/admin/reports', form({ files: new File(['x'], 'x.txt') }))).status).toBe(403)
    expect((await post('/admin/reports/remove', form({ sha256: 'a'.repeat(64) }))).status).toBe(403)
    expect((await app.request('/admin/reports', { headers: { authorization: 'Bearer wrong', cookie: 'admin=wrong' } })).status).toBe(401)
    expect((await post('/admin/session', form({ token: 'wrong' }))).status).toBe(401)
  })

  it('another site cannot send files for one who has it', async () => {
    const sent = await post('/admin/reports', form({ files: new File(['x'], 'x.txt') }), { origin: 'https://elsewhere.example' })
    expect(sent.status).toBe(403)
  })
})

describe('with the token', () => {
  it('one signs in with a cookie that is not the token, and out again', async () => {
    const signed = await post('/admin/session', form({ token: TOKEN }))
    expect(signed.status).toBe(303)
    const cookie = signed.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^admin=[0-9a-f]{64}; .*HttpOnly; SameSite=Strict/)
    expect(cookie).not.toContain(encodeURIComponent(TOKEN))
    const page = await app.request('/admin/reports', { headers: { cookie: cookie.split(';')[0]! } })
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect((await post('/admin/session/end', form({}))).headers.get('set-cookie')).toMatch(/^admin=;/)
  })

  it('files are read, each with its result, and removed', async () => {
    const body = form({ files: new File([await readFile('seeds/003_21e41f2f89704132.txt', 'utf8'), '\n'], '../../focused visit.txt') })
    body.append('files', new File(['<!doctype html>'], 'page.pdf'))
    const sent = await post('/admin/reports', body, { ...AUTHORIZED, accept: 'application/json' })
    expect(sent.status).toBe(202)
    expect(await sent.json()).toEqual({ files: ['focused visit.txt', 'page.pdf'] })
    const page = async () => (await app.request('/admin/reports', { headers: AUTHORIZED })).text()
    while ((await page()).includes('Reading:')) await setImmediate()
    const text = await page()
    expect(text).toContain('focused visit.txt: ')
    expect(text).toContain('page.pdf: not a report: it is not a PDF but a web page')

    const stored = await storedFiles(dataDir)
    expect(stored).toHaveLength(1)
    const remove = () => post('/admin/reports/remove', form({ sha256: stored[0]!.sha256 }), AUTHORIZED)
    expect((await remove()).status).toBe(303)
    expect(await storedFiles(dataDir)).toEqual([])
    expect((await remove()).status).toBe(404)
  })

  it('the council of a report that nobody knows is set, kept and taken back', async () => {
    const path = join(dataDir, 'notes.txt')
    await writeFile(path, 'Notes\n\nLeaders know their services well and act in time for children.\n')
    await ingestFile(await startIngesting(dataDir, []), path, 'notes.txt')
    const page = async () => (await app.request('/admin/reports', { headers: AUTHORIZED })).text()
    const reload = () => loadLibrary(library, readConfig({ ADMIN_TOKEN: TOKEN, DATA_DIR: dataDir }))
    const { sha256 } = (await reload()).reports.find(({ source }) => source === 'notes.txt')!
    const asked = await page()
    expect(asked).toContain('1 report needs a person')
    expect(asked.indexOf('needs a person')).toBeLessThan(asked.indexOf('Reports to add'))
    const set = (authority: string) => post('/admin/reports/council', form({ sha256, authority }), AUTHORIZED)
    expect((await post('/admin/reports/council', form({ sha256, authority: 'Leeds' }))).status).toBe(403)
    expect((await set('Atlantis')).status).toBe(422)
    expect((await set('Leeds')).status).toBe(303)
    expect((await reload()).reports.find((one) => one.sha256 === sha256)?.authority).toBe('Leeds')
    expect(await page()).toContain('Set by a person: Leeds.')
    expect(await page()).not.toContain('needs a person')
    expect((await post('/admin/reports/council/undo', form({ sha256 }), AUTHORIZED)).status).toBe(303)
    expect((await reload()).reports.find((one) => one.sha256 === sha256)?.authority).toBeNull()
    await post('/admin/reports/remove', form({ sha256 }), AUTHORIZED)
    await reload()
  })

  it('faults are said plainly', async () => {
    expect((await post('/admin/reports', form({}), AUTHORIZED)).status).toBe(422)
    expect((await post('/admin/reports/remove', form({ sha256: '../../etc' }), AUTHORIZED)).status).toBe(422)
    const large = await app.request('/admin/reports', {
      method: 'POST',
      body: 'x',
      headers: { ...AUTHORIZED, 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(21 * 1024 * 1024) },
    })
    expect(large.status).toBe(413)
  })
})

it('keeps the names of files harmless', () => {
  expect(safeName('../../etc/passwd')).toBe('passwd')
  expect(safeName('C:\\reports\\a.pdf')).toBe('a.pdf')
  expect(safeName('.hidden')).toBe('hidden')
  expect(safeName('a\u0000b\u202ec.pdf')).toBe('a b c.pdf')
  expect(safeName('…/..')).toBe('report')
  expect(safeName(`${'x'.repeat(300)}.pdf`)).toHaveLength(120)
})

it('never prints a faulty token', () => {
  expect(() => readConfig({ ADMIN_TOKEN: 'short secret' })).toThrow(/ADMIN_TOKEN=…: must have 16/)
})
