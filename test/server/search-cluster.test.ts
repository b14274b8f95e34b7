/** A server whose search cluster is away: it lives, says so, and tells no secret. */
import { expect, it } from 'vitest'
import { logged, run } from '../support/child.ts'

it('a server starts without its search cluster, says what is missing, and waits for it', async () => {
  const env = { SEARCH_URL: 'http://127.0.0.1:9,http://127.0.0.1:10', SEARCH_USER: 'reader', SEARCH_PASSWORD: 'open sesame', READER: 'off' }
  const server = run('server/main.ts', env)
  try {
    const said = await server.line(/cannot be reached/)
    expect(said).toContain('127.0.0.1:')
    const { url } = logged(server.lines, 'listening')[0] as { url: string }
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { error: { code: 'not_ready', message: expect.stringContaining('search cluster cannot be reached') } },
    ])
    const page = await fetch(`${url}/?q=caseloads`)
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('<h1')
    expect(server.lines.join('\n')).not.toMatch(/sesame/)
    expect(server.process.exitCode).toBeNull()
  } finally {
    await server.stop()
  }
})

it('a file of certificates that cannot be read ends the start with a line that names the setting', async () => {
  const server = run('server/main.ts', { SEARCH_URL: 'https://127.0.0.1:9', SEARCH_CA: 'no-such-file.pem', READER: 'off' })
  expect(await server.line(/SEARCH_CA/)).toMatch(/cannot be read/)
  expect((await server.ended).code).toBe(1)
})
