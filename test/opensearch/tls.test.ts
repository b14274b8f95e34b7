/** A cluster that wants TLS and a password: a proxy with a certificate of its own before the real nodes. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request as overHttp } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Child, logged, run, startServer } from '../support/child.ts'
import { urls } from './control.ts'

const execute = promisify(execFile)
const PASSWORD = 'open sesame 7'
const hasOpenssl = await execute('openssl', ['version']).then(
  () => true,
  () => false,
)

/** An authority of our own, and a certificate for 127.0.0.1 that it has signed. */
async function certify(folder: string): Promise<void> {
  const openssl = (...args: string[]) => execute('openssl', args, { cwd: folder })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  await openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Test authority')
  await openssl('req', ...key, '-keyout', 'node.key', '-out', 'node.csr', '-subj', '/CN=node', '-addext', 'subjectAltName=IP:127.0.0.1')
  const sign = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-copy_extensions', 'copy', '-days', '2']
  await openssl('x509', '-req', '-in', 'node.csr', ...sign, '-out', 'node.pem')
}

describe.skipIf(urls.length === 0 || !hasOpenssl)('a cluster behind TLS and a password', () => {
  let folder: string
  let proxy: Server
  const children: Child[] = []
  const settings = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    SEARCH_URL: `https://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    SEARCH_USER: 'reader',
    SEARCH_PASSWORD: PASSWORD,
    SEARCH_CA: join(folder, 'ca.pem'),
    SEARCH_PREFIX: 'sealed',
    SEARCH_SECONDS: '30',
    DATA_DIR: join(folder, 'data'),
    READER: 'off',
    LOG_LEVEL: 'debug',
    ...more,
  })
  const noSecretIn = ({ lines }: Child): void => {
    const basic = Buffer.from(`reader:${PASSWORD}`).toString('base64')
    for (const secret of [PASSWORD, 'sesame', basic]) expect(lines.join('\n')).not.toContain(secret)
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tls-'))
    await certify(folder)
    const wanted = `Basic ${Buffer.from(`reader:${PASSWORD}`).toString('base64')}`
    const to = new URL(urls[0]!)
    proxy = createServer({ key: readFileSync(join(folder, 'node.key')), cert: readFileSync(join(folder, 'node.pem')) }, (from, reply) => {
      const { authorization, host: _, ...headers } = from.headers
      if (authorization !== wanted) return void reply.writeHead(401).end('Unauthorized')
      const passed = overHttp(
        { hostname: to.hostname, port: to.port, path: from.url, method: from.method, headers },
        (answer) => void answer.pipe(reply.writeHead(answer.statusCode ?? 502, answer.headers)),
      )
      passed.on('error', () => reply.destroy())
      from.pipe(passed)
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    await Promise.all(children.map((child) => child.stop()))
    proxy.closeAllConnections()
    proxy.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('is written and searched with the user, the password and the certificates of the settings', async () => {
    const server = await startServer(settings())
    children.push(server)
    const reply = await fetch(`${server.url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: 'What did Ofsted say about return home interviews?' }),
    })
    expect([reply.status, ((await reply.json()) as { outcome: string }).outcome]).toEqual([200, 'answered'])
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    noSecretIn(server)
  })

  it('is not trusted without its authority, and the log says why', async () => {
    const server = run('server/main.ts', settings({ SEARCH_CA: undefined }))
    children.push(server)
    expect(await server.line(/cannot be reached/)).toMatch(/UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED|UNABLE_TO_GET_ISSUER/)
    noSecretIn(server)
  })

  it('refuses a wrong password, which ends the start with what was refused and without the password', async () => {
    const server = run('server/main.ts', settings({ SEARCH_PASSWORD: `${PASSWORD}8` }))
    children.push(server)
    expect(await server.line(/refused/)).toContain('401')
    expect((await server.ended).code).toBe(1)
    expect(logged(server.lines, 'listening')).toHaveLength(1)
    noSecretIn(server)
  })
})
