/**
 * Child of the bench: asks one server for some seconds over so many connections. `node … load.ts URL CONNECTIONS SECONDS METHOD ASKED FROM`
 * ASKED is `new` (no question is like another), `drawn` (a few questions in turn, at addresses never asked for before), `again` (the
 * same addresses in turn) or `held` (by clients that hold the reply). FROM is where in the list of unlike questions this run begins.
 */
import { Agent, request } from 'node:http'
import { QUESTIONS, unlike } from './questions.ts'
import { percentile } from './stats.ts'

export type Load = { perSecond: number; p50: number; p99: number; failed: number }

const [address = '', connections = '1', seconds = '2', method = 'GET', asked = 'again', start = '0'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const times: number[] = []
let failed = 0
let next = 0

/** The tag of each question's reply, where clients hold it. */
const held = new Map<string, string>()
let sent = Number(start)

/** One request, read to its end. GET puts the question into the address, POST into a JSON body. */
function one(question: string): Promise<void> {
  const url = new URL(address)
  const body = method === 'POST' ? JSON.stringify({ question }) : null
  if (!body) url.search = String(new URLSearchParams({ q: question, ...(asked === 'drawn' && { n: String(sent++) }) }))
  const tag = held.get(question)
  const from = performance.now()
  return new Promise((resolve) => {
    const end = (good: boolean): void => {
      if (good) times.push(performance.now() - from)
      else failed++
      resolve()
    }
    const headers = {
      ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      ...(tag && { 'if-none-match': tag }),
    }
    const sending = request(url, { agent, method, headers }, (response) => {
      if (asked === 'held' && response.headers.etag) held.set(question, response.headers.etag)
      response.resume()
      response.on('end', () => end(response.statusCode === (tag ? 304 : 200)))
    })
    sending.on('error', () => end(false))
    sending.end(body)
  })
}

async function loop(until: number): Promise<void> {
  while (performance.now() < until) await one(asked === 'new' ? unlike(sent++) : QUESTIONS[next++ % QUESTIONS.length]!)
}

for (const question of QUESTIONS) await one(question)
times.length = 0
const started = performance.now()
await Promise.all(Array.from({ length: Number(connections) }, () => loop(started + Number(seconds) * 1000)))
const took = (performance.now() - started) / 1000
agent.destroy()
const result: Load = { perSecond: times.length / took, p50: percentile(times, 0.5), p99: percentile(times, 0.99), failed }
console.log(JSON.stringify(result))
