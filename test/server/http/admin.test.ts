/** Reports over HTTP: nobody without the token, every file with its result, and gone when removed. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestFile, startIngesting } from '../../../index/library/ingest-file.ts'
import { storedFiles } from '../../../index/library/store.ts'
import { makeApp } from '../../../server/app.ts'
import { readConfig } from '../../../server/config.ts'
import { makeGuesses, makeSessions } from '../../../server/http/admin/admin-token.ts'
import { safeName } from '../../../server/http/admin/uploads.ts'
import { underBasePath } from '../../../server/http/base-path.ts'
import { type Library, loadLibrary } from '../../../server/library.ts'

const TOKEN = 'correct horse battery'
const AUTHORIZED = { authorization: `Bearer ${TOKEN}` }
const OWN = { origin: 'http://localhost' }
const library: Library = { corpus: null, loadedAt: null }
let dataDir = ''
let app: ReturnType<typeof makeApp>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'admin-'))
  const config = readConfig({ ADMIN_TOKEN: TOKEN, DATA_DIR: dataDir })
  await loadLibrary(library, config)
  app = makeApp(library, { config })
})
afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))

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

  it('a session ends for good when one signs out, for whoever holds its cookie', async () => {
    const begin = async () => ((await post('/admin/session', form({ token: TOKEN }))).headers.get('set-cookie') ?? '').split(';')[0]!
    const [mine, other] = [await begin(), await begin()]
    expect(mine).not.toBe(other)
    const status = async (cookie: string) => (await app.request('/admin/reports', { headers: { cookie } })).status
    await post('/admin/session/end', form({}), { cookie: mine })
    expect([await status(mine), await status(other)]).toEqual([401, 200])
  })

  it('the cookie is for the address that the browser sees, and only over TLS where the proxy speaks it', async () => {
    const behind = makeApp(library, {
      config: readConfig({ ADMIN_TOKEN: TOKEN, DATA_DIR: dataDir, BASE_PATH: '/quotes', TRUST_PROXY: '1' }),
    })
    const serve = underBasePath(behind.fetch, '/quotes')
    const sent = async (headers: Record<string, string>) => {
      const reply = await serve(
        new Request('http://localhost/quotes/admin/session', {
          method: 'POST',
          body: new URLSearchParams({ token: TOKEN }),
          headers: { ...OWN, ...headers },
        }),
      )
      return [reply.headers.get('location'), reply.headers.get('set-cookie')]
    }
    expect(await sent({ 'x-forwarded-proto': 'https' })).toEqual([
      '/quotes/admin/reports',
      expect.stringMatching(/; Path=\/quotes\/admin; .*Secure/),
    ])
    expect((await sent({}))[1]).not.toContain('Secure')
    const direct = await post('/admin/session', form({ token: TOKEN }), { 'x-forwarded-proto': 'https' })
    expect(direct.headers.get('set-cookie')).toMatch(/Path=\/admin;/)
    expect(direct.headers.get('set-cookie')).not.toContain('Secure')
  })

  it('files are read, each with its result, and removed', { timeout: 180_000 }, async () => {
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

describe('who guesses the token', () => {
  const guessed = makeApp(library, {
    config: readConfig({ ADMIN_TOKEN: TOKEN, DATA_DIR: join(tmpdir(), `guessed-${process.pid}`), TRUST_PROXY: '1', RATE_LIMIT: '0' }),
  })
  afterAll(() => rm(join(tmpdir(), `guessed-${process.pid}`), { recursive: true, force: true, maxRetries: 5 }))

  it('is slowed down more and more, by address, in the form and in the header, and the right one waits as well', async () => {
    const from = (address: string) => ({ ...OWN, 'x-forwarded-for': address })
    const guess = (address: string, token = 'wrong') =>
      guessed.request('/admin/session', { method: 'POST', body: new URLSearchParams({ token }), headers: from(address) })
    const statuses = []
    for (let i = 0; i < 300; i++) statuses.push((await guess('10.0.0.1')).status)
    expect(statuses.filter((status) => status === 401).length).toBeLessThan(12)
    const refused = await guess('10.0.0.1', TOKEN)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const header = await guessed.request('/admin/reports', { headers: { ...from('10.0.0.1'), authorization: `Bearer ${TOKEN}` } })
    expect(header.status).toBe(429)
    expect((await guess('10.0.0.2', TOKEN)).status).toBe(303)
  })

  it('waits twice as long each time, a quarter of an hour at the most, and not after the right one', () => {
    let now = 0
    const guesses = makeGuesses(() => now)
    const waits = Array.from({ length: 20 }, () => {
      const seconds = guesses.wrong('a')
      now += seconds * 1000
      return seconds
    })
    expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 1, 2, 4, 8])
    expect(waits.at(-1)).toBe(900)
    expect(guesses.wait('a')).toBe(0)
    guesses.right('a')
    expect(guesses.wrong('a')).toBe(0)
  })
})

it('a session lasts a working day, and the oldest makes room', () => {
  let now = 0
  const sessions = makeSessions(() => now)
  const first = sessions.begin()
  now += 11 * 3_600_000
  expect(sessions.has(first)).toBe(true)
  now += 2 * 3_600_000
  expect(sessions.has(first)).toBe(false)
  const ids = Array.from({ length: 101 }, () => sessions.begin())
  expect([sessions.has(ids[0]), sessions.has(ids[1]), sessions.has(undefined)]).toEqual([false, true, false])
})

it('records who signed in, guessed, added and removed, and never a token', async () => {
  const text = await readFile(join(dataDir, 'audit.log'), 'utf8')
  const deeds = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { time: string; who: string; deed: string; what?: string })
  expect(new Set(deeds.map(({ deed }) => deed))).toEqual(
    new Set(['wrong token', 'signed in', 'signed out', 'uploaded', 'removed', 'settled', 'set back']),
  )
  expect(deeds.find(({ deed }) => deed === 'uploaded')?.what).toBe('focused visit.txt, page.pdf')
  expect(deeds.every(({ time, who }) => !Number.isNaN(Date.parse(time)) && who !== '')).toBe(true)
  expect(text).not.toContain(TOKEN)
  expect((await stat(join(dataDir, 'audit.log'))).mode & 0o777).toBe(0o600)
})

it('answers 400 to a form that is damaged or cut short', async () => {
  for (const path of ['/admin/session', '/verify'])
    for (const body of ['--x\r\nContent-Disposition: form-data; name="token"\r\n\r\nabc', '', '--y--', '\u0000'.repeat(100)]) {
      const reply = await app.request(path, {
        method: 'POST',
        body,
        headers: { ...OWN, 'content-type': 'multipart/form-data; boundary=x' },
      })
      expect([path, body.slice(0, 20), reply.status]).toEqual([path, body.slice(0, 20), 400])
      expect(await reply.text()).toContain('damaged or was cut short')
    }
  const upload = await app.request('/admin/reports', {
    method: 'POST',
    body: 'no form',
    headers: { ...OWN, ...AUTHORIZED, 'content-type': 'multipart/form-data' },
  })
  expect(upload.status).toBe(400)
})

it('lists stored reports that cannot be read', async () => {
  const broken = makeApp(
    { ...library, missing: [{ file: 'abc.json', why: 'is damaged and left out.' }] },
    { config: readConfig({ ADMIN_TOKEN: TOKEN }) },
  )
  const page = await (await broken.request('/admin/reports', { headers: AUTHORIZED })).text()
  expect(page).toContain('abc.json: is damaged and left out.')
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
