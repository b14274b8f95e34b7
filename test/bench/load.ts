/** Child of the bench: asks one server for some seconds over so many connections. `node … load.ts URL CONNECTIONS SECONDS METHOD` */
import { Agent, request } from 'node:http'
import { QUESTIONS } from './questions.ts'
import { percentile } from './stats.ts'

export type Load = { perSecond: number; p50: number; p99: number; failed: number }

const [address = '', connections = '1', seconds = '2', method = 'GET'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const times: number[] = []
let failed = 0
let next = 0

/** One request, read to its end. GET puts the question into the address, POST into a JSON body. */
function one(question: string): Promise<void> {
  const url = new URL(address)
  const body = method === 'POST' ? JSON.stringify({ question }) : null
  if (!body) url.searchParams.set('q', question)
  const from = performance.now()
  return new Promise((resolve) => {
    const end = (good: boolean): void => {
      if (good) times.push(performance.now() - from)
      else failed++
      resolve()
    }
    const headers = body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}
    const sent = request(url, { agent, method, headers }, (response) => {
      response.resume()
      response.on('end', () => end(response.statusCode === 200))
    })
    sent.on('error', () => end(false))
    sent.end(body)
  })
}

async function loop(until: number): Promise<void> {
  while (performance.now() < until) await one(QUESTIONS[next++ % QUESTIONS.length]!)
}

for (const question of QUESTIONS) await one(question)
times.length = 0
const started = performance.now()
await Promise.all(Array.from({ length: Number(connections) }, () => loop(started + Number(seconds) * 1000)))
const took = (performance.now() - started) / 1000
agent.destroy()
const result: Load = { perSecond: times.length / took, p50: percentile(times, 0.5), p99: percentile(times, 0.99), failed }
console.log(JSON.stringify(result))
