/** What goes wrong around the server: it lives on, or stops with a clear line. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { post } from '../load/asking.ts'
import { heavy } from '../load/heavy.ts'
import { type Child, follow, logged, run, type ServerChild, startServer } from '../support/child.ts'

/** Tests run beside each other, since each waits for a process most of its time. */
const started = async (t: TestContext, ...args: Parameters<typeof startServer>): Promise<ServerChild> => {
  const child = await startServer(...args)
  t.onTestFinished(child.stop)
  return child
}
const ran = (t: TestContext, child: Child): Child => {
  t.onTestFinished(child.stop)
  return child
}
const made: string[] = []
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'quotes-'))
  made.push(path)
  return path
}
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

const BODY = JSON.stringify({ question: 'return home interviews in Stoke' })
const HALF = BODY.length >> 1
const head = (length: number, more = ''): string =>
  `POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${more}\r\n`

const ask = (url: string) => fetch(`${url}/api/ask`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: BODY })
const answers = async (url: string): Promise<string> => ((await (await ask(url)).json()) as { outcome: string }).outcome
const cpuSeconds = async (url: string): Promise<number> =>
  Number(/process_cpu_seconds_total ([\d.]+)/.exec(await (await fetch(`${url}/metrics`)).text())?.[1])

async function socketTo(
  port: number,
): Promise<{ socket: Socket; text: () => string; has: (part: string) => Promise<void>; closed: Promise<unknown> }> {
  const socket = connect(port, '127.0.0.1')
  let seen = ''
  socket.on('data', (chunk) => {
    seen += chunk
  })
  socket.on('error', () => {})
  const closed = once(socket, 'close')
  await once(socket, 'connect')
  const has = async (part: string): Promise<void> => {
    while (!seen.includes(part))
      await Promise.race([once(socket, 'data'), closed.then(() => Promise.reject(new Error(`closed after: ${seen}`)))])
  }
  return { socket, text: () => seen, has, closed }
}

describe.concurrent('SIGTERM', () => {
  it('finishes what is under way, takes nothing new and ends within five seconds', async (t) => {
    const server = await started(t)
    const { socket, has, text } = await socketTo(server.port)
    // the server has taken the request when it says 100 Continue
    socket.write(head(BODY.length, 'Expect: 100-continue\r\n'))
    await has('100 Continue')
    socket.write(BODY.slice(0, HALF))
    const sent = performance.now()
    server.process.kill('SIGTERM')
    await server.line(/"stopping"/)
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    socket.write(BODY.slice(HALF))
    await has('"outcome":"answered"')
    expect(text()).toContain('200 OK')
    const { code, at } = await server.ended
    expect(code).toBe(0)
    expect(at - sent).toBeLessThan(5_000)
  })

  it('answers all who had asked by then, or says when to come back: nobody is cut off', async (t) => {
    const server = await started(t, { LOG_LEVEL: 'info' })
    const asked = Array.from({ length: 60 }, (_, i) => post(server.url, heavy(i)))
    await server.line(/"route":"\/api\/ask"/)
    server.process.kill('SIGTERM')
    const all = await Promise.all(asked)
    expect(all.filter(({ status, retry }) => status !== 200 && !(status === 503 && retry))).toEqual([])
    expect(all.filter(({ status }) => status === 200).length).toBeGreaterThan(0)
    expect((await server.ended).code).toBe(0)
  })

  it('cuts off a client that never ends, within five seconds', async (t) => {
    const server = await started(t)
    const { socket, has, closed } = await socketTo(server.port)
    socket.write(head(1_000, 'Expect: 100-continue\r\n'))
    await has('100 Continue')
    const sent = performance.now()
    server.process.kill('SIGTERM')
    const { code, at } = await server.ended
    await closed
    expect(code).toBe(0)
    expect(at - sent).toBeLessThan(5_000)
  })

  it('ends a server at once that has told, while it read, that it lives and is not ready', async (t) => {
    const server = ran(t, run('server/main.ts'))
    const { url } = JSON.parse(await server.line(/"listening"/)) as { url: string }
    const [alive, ready, page] = await Promise.all(['/healthz', '/readyz', '/api/reports'].map((path) => fetch(url + path)))
    // where reading ended before the questions came there was nothing to tell
    if (!server.lines.some((line) => line.includes('Open http'))) expect([ready?.status, page?.status]).toEqual([503, 503])
    expect(alive?.status).toBe(200)
    await server.line(/Open http/)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    server.process.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  })
})

describe.concurrent('starting', () => {
  it('sweeps away the drafts that a stopped program has left, and none that another may be writing', async (t) => {
    const dataDir = folder()
    const drafts = join(dataDir, 'tmp')
    mkdirSync(drafts)
    for (const name of ['1-left', '2-written']) writeFileSync(join(drafts, name), 'half a rep')
    const twoHoursAgo = Date.now() / 1000 - 7_200
    utimesSync(join(drafts, '1-left'), twoHoursAgo, twoHoursAgo)
    await started(t, { DATA_DIR: dataDir })
    expect(readdirSync(drafts)).toEqual(['2-written'])
  })

  it('stops with one clear line where the seeds folder is missing', async (t) => {
    const server = ran(t, run('server/main.ts', { SEEDS_DIR: '/nowhere' }))
    await server.line(/reports folder \/nowhere cannot be read\. Set SEEDS_DIR/)
    expect((await server.ended).code).toBe(1)
    expect(server.lines.join('\n')).not.toMatch(/^\s+at /m)
  })

  it('stops with one clear line where the port is taken', async (t) => {
    const taken = createServer().listen(0, '127.0.0.1')
    t.onTestFinished(() => void taken.close())
    await once(taken, 'listening')
    const server = ran(t, run('server/main.ts', { PORT: String((taken.address() as { port: number }).port) }))
    await server.line(/port is in use.*set PORT/)
    expect((await server.ended).code).toBe(1)
    expect(server.lines).toHaveLength(1)
  })

  it('names a wrong setting, its value and what it may be', () => {
    expect(() => readConfig({ RATE_LIMIT: 'lots', BASE_PATH: 'quotes/' })).toThrow(
      /BASE_PATH=quotes\/: must look like.*RATE_LIMIT=lots: must be a number/,
    )
  })
})

describe.concurrent('a full disk', () => {
  it('does not stop it, nor does a log that cannot grow', async (t) => {
    const port = await freePort()
    // no file may grow: what a full disk is to the program
    const command = ['-c', 'ulimit -f 0; exec "$0" "$@" > /dev/full', process.execPath, 'run/run.js', 'server/main.ts']
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), DATA_DIR: folder() }
    const server = ran(t, follow(spawn('bash', command, { env })))
    await server.line(/Nobody reads the log any more \(ENOSPC\)/)
    await untilReady(`http://127.0.0.1:${port}`)
    expect(await answers(`http://127.0.0.1:${port}`)).toBe('answered')
  })
})

describe.concurrent('overload', () => {
  it('is turned away quickly with 503 and Retry-After, and ends', async (t) => {
    const server = await started(t, { MAX_LAG_MS: '15', LOG_LEVEL: 'silent' })
    const after = Array.from({ length: 20 }, (_, i) => `and what about children in care number ${i} in Stoke and Haringey`)
    let asked = 0
    // no two alike: a question asked again is answered from memory and is no load
    const bodyOf = () =>
      JSON.stringify({ question: `and what did they say about social workers, visits and placement ${asked++} there`, after })
    const heavy = () => fetch(`${server.url}/api/ask`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: bodyOf() })
    let refused: Response | undefined
    const since = performance.now()
    while (!refused && performance.now() - since < 15_000)
      refused = (await Promise.all(Array.from({ length: 48 }, heavy))).find(({ status }) => status === 503)
    expect(refused?.headers.get('retry-after')).toMatch(/^[1-9]$/)
    expect(await refused?.json()).toMatchObject({ error: { message: expect.stringContaining('few seconds') } })
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await untilReady(server.url, '/api/reports')
  })
})

describe('one server, through it all', () => {
  let server: ServerChild
  beforeAll(async () => {
    const seeds = join(folder(), 'seeds')
    cpSync('seeds', seeds, { recursive: true })
    // below a file no folder can be made, whoever runs this
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    const env = { SEEDS_DIR: seeds, DATA_DIR: join(file, 'data'), REQUEST_SECONDS: '6' }
    // the preload breaks one part of the runtime for one word: none of our code is replaced
    server = await startServer(env, ['--import', './test/support/break-one-word.mjs'])
    renameSync(seeds, `${seeds}-gone`)
  })
  afterAll(() => server.stop())

  it('answers on without its seeds folder and with a data folder that cannot be written', async () => {
    expect(await answers(server.url)).toBe('answered')
    expect((await fetch(`${server.url}/reports/004`)).status).toBe(200)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  it('gives up slow, half-closed and vanished clients, and answers others meanwhile', async () => {
    const [slow, half, gone] = await Promise.all([socketTo(server.port), socketTo(server.port), socketTo(server.port)])
    const begun = head(BODY.length) + BODY.slice(0, HALF)
    slow.socket.write(begun)
    half.socket.end(begun)
    gone.socket.write(begun)
    gone.socket.destroy()
    expect(await answers(server.url)).toBe('answered')
    await slow.has('408 Request Timeout')
    await half.closed
    expect(await answers(server.url)).toBe('answered')
    expect(logged(server.lines, 'uncaught')).toEqual([])
  })

  it('counts a client that went away while it sent as gone, and as no fault of ours', async () => {
    const faults = () => logged(server.lines, 'fault').length
    const before = faults()
    for (const path of ['/api/ask', '/verify', '/mcp']) {
      const { socket, has, closed } = await socketTo(server.port)
      const type = path === '/verify' ? 'multipart/form-data; boundary=x' : 'application/json'
      const sent = [
        'Host: localhost',
        'Sec-Fetch-Site: same-origin',
        `Content-Type: ${type}`,
        'Content-Length: 5000',
        'Expect: 100-continue',
      ]
      socket.write(`POST ${path} HTTP/1.1\r\n${sent.join('\r\n')}\r\n\r\n`)
      await has('100 Continue')
      socket.destroy()
      await closed
    }
    await server.line(/"route":"\/api\/ask","status":499/)
    expect(await answers(server.url)).toBe('answered')
    expect(faults()).toBe(before)
    expect(await (await fetch(`${server.url}/metrics`)).text()).not.toMatch(/http_requests_total\{[^}]*status="500"/)
  })

  it('gives a fault one number on the page, in the reply and in the log', async () => {
    const page = await fetch(`${server.url}/reports/004?quote=break-me`)
    const id = page.headers.get('x-request-id') ?? ''
    expect(page.status).toBe(500)
    const html = await page.text()
    expect(html).toContain(id)
    expect(html).not.toContain('broken on purpose')
    const entry = JSON.parse(await server.line(new RegExp(`"fault".*${id}`)))
    expect(entry).toMatchObject({ level: 'error', trace: expect.stringContaining('Error | at ') })
    expect(await answers(server.url)).toBe('answered')
  })

  it('goes on, and does not spin, when nobody reads its log', async () => {
    server.process.stdout?.destroy()
    for (let i = 0; i < 20; i++) expect(await answers(server.url)).toBe('answered')
    await server.line(/Nobody reads the log any more \(EPIPE\)/)
    const [before, since] = [await cpuSeconds(server.url), performance.now()]
    // a client that sends nothing more is given up after three seconds; a spinning process would use all the time that passes
    const slow = await socketTo(server.port)
    slow.socket.write(head(BODY.length))
    await slow.has('408')
    expect((await cpuSeconds(server.url)) - before).toBeLessThan(((performance.now() - since) / 1000) * 0.7)
  })

  it('logs an uncaught fault outside a request with a number, says so in one line, and ends', async () => {
    server.process.kill('SIGUSR2')
    expect(await server.line(/Something went wrong that nothing was ready for/)).toMatch(/number [\w-]{13} in the log/)
    expect((await server.ended).code).toBe(1)
  })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

/** Asks until the answer is yes, for twenty seconds at most. */
async function untilReady(url: string, path = '/readyz'): Promise<void> {
  const since = performance.now()
  while (performance.now() - since < 20_000) {
    const reply = await fetch(url + path).catch(() => null)
    if (reply?.ok) return
  }
  throw new Error(`${url}${path} did not become ready`)
}
