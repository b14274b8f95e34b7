import { expect, test } from 'vitest'
import about from '../../../../package.json' with { type: 'json' }
import { makeApp } from '../../../../server/app.ts'
import { readConfig } from '../../../../server/config.ts'
import { type Library, loadLibrary } from '../../../../server/library.ts'
import { securityTxt } from '../../../../server/routes/service/health.ts'

const library: Library = { corpus: null, loadedAt: null }
const get = async (path: string): Promise<Response> => makeApp(library).request(path)

test('the version is told to programs before the reports are read', async () => {
  const reply = await get('/version')
  expect(reply.status).toBe(200)
  expect(await reply.json()).toEqual({
    version: about.version,
    model: expect.any(Number),
    reader: expect.any(String),
    node: process.versions.node,
  })
})

test('a weakness goes to the contact of brand.json, by a file that has not run out and is trusted for less than a year', () => {
  const now = Date.parse('2026-03-01T10:00:00Z')
  const text = securityTxt('reports@council.example', now) ?? ''
  expect(text).toMatch(/^Contact: mailto:reports@council\.example\n/)
  const ahead = (Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '') - now) / 86_400_000
  expect(ahead).toBeGreaterThan(30)
  expect(ahead).toBeLessThan(365)
})

test('without anybody to write to there is no such file', async () => {
  expect(securityTxt(null)).toBeNull()
  expect((await get('/.well-known/security.txt')).status).toBe(404)
})

test('the foot of a page says the version to who reads it', async () => {
  await loadLibrary(library, readConfig({ SEEDS_DIR: 'seeds' }))
  expect(await (await get('/about')).text()).toMatch(new RegExp(`<footer.*Version ${about.version.replaceAll('.', '\\.')}\\.`, 's'))
})
