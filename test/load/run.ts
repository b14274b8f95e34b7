/**
 * `npm run -s load -- [--data FOLDER] [--at-once 200] [--seconds 30]`: so many of the heaviest questions at once, then for some seconds,
 * then SIGTERM in the midst of them. Tells who was answered, who was sent away, and how long a sign of life took meanwhile.
 */
import { fork } from 'node:child_process'
import { parseArgs } from 'node:util'
import { percentile } from '../bench/stats.ts'
import { type ServerChild, startServer } from '../support/child.ts'
import { type Asked, counted, post } from './asking.ts'
import { heavy } from './heavy.ts'
import { type Point, slopeOf } from './trend.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.data' },
    'at-once': { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
  },
})
const [atOnce, seconds] = [Number(values['at-once']), Number(values.seconds)]
/** A sign of life takes no longer, whatever else is asked. */
const LONGEST_LIFE_SIGN_MS = 50
const MEGABYTE = 1024 * 1024
/** Memory is looked at so often, in milliseconds. */
const LOOK_MS = 1_000
/** A shorter load only fills what is kept: its trend says nothing of the next day. */
const SETTLED_SECONDS = 600
/** What memory may grow in the second half of a long load, in MB a minute. */
const MOST_GROWTH_MB = 1
/** From taking a connection to the first work on it. */
const UNDER_WAY_MS = 300

const faults: string[] = []
let number = 0
const started = (): Promise<ServerChild> => startServer({ DATA_DIR: values.data, READER: process.env.READER ?? 'off', LOG_LEVEL: 'silent' })

const server = await started()
const prober = fork('run/run.js', ['test/load/prober.ts', server.url], { execArgv: [] })
type LifeSigns = { times: number[]; failed: number }
const lifeSigns = (): Promise<LifeSigns> =>
  new Promise((resolve) => {
    prober.once('message', (told) => resolve(told as LifeSigns))
    prober.send('tell')
  })
const memory = async (): Promise<number> =>
  Number(/process_resident_memory_bytes (\d+)/.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]) / MEGABYTE
const ms = (times: number[], share: number): string => `${Math.round(percentile(times, share))} ms`
const told = (name: string, asked: Asked[]): void => {
  const answered = asked.filter(({ status }) => status === 200).map(({ ms: one }) => one)
  const away = asked.filter(({ status }) => status === 503)
  console.log(`${name}: ${counted(asked)}; answered in ${ms(answered, 0.5)}, ${ms(answered, 0.95)}, ${ms(answered, 1)} (p50, p95, worst)`)
  if (away.length > 0)
    console.log(
      `  sent away in ${ms(
        away.map(({ ms: one }) => one),
        0.95,
      )} (p95)`,
    )
  if (answered.length === 0) faults.push(`${name}: nobody was answered`)
  if (away.some(({ retry }) => !retry)) faults.push(`${name}: a 503 without Retry-After`)
  const odd = asked.filter(({ status }) => status !== 200 && status !== 503)
  if (odd.length > 0) faults.push(`${name}: ${counted(odd)}`)
}
const lived = async (name: string): Promise<void> => {
  const { times, failed } = await lifeSigns()
  const signs = [0.5, 0.95, 0.99, 1].map((share) => ms(times, share)).join(', ')
  console.log(`  ${times.length} signs of life ${name}: ${signs} (p50, p95, p99, worst)${failed > 0 ? `, ${failed} failed` : ''}`)
  if (failed > 0 || percentile(times, 0.99) > LONGEST_LIFE_SIGN_MS) faults.push(`signs of life ${name} took too long`)
}

await Promise.all(Array.from({ length: 8 }, () => post(server.url, heavy(number++))))
await lifeSigns()
await new Promise((resolve) => setTimeout(resolve, 2000))
await lived('before')

told(`${atOnce} at once`, await Promise.all(Array.from({ length: atOnce }, () => post(server.url, heavy(number++)))))
await lived('meanwhile')

const before = await memory()
const until = performance.now() + seconds * 1000
const all: Asked[] = []
const points: Point[] = []
const looking = setInterval(async () => {
  const value = await memory().catch(() => Number.NaN)
  if (value > 0) points.push({ minutes: (performance.now() - until) / 60_000 + seconds / 60, value })
}, LOOK_MS)
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    while (performance.now() < until) {
      const one = await post(server.url, heavy(number++))
      all.push(one)
      // who is told to come back later does
      if (one.status === 503) await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  }),
)
clearInterval(looking)
told(`${atOnce} for ${seconds} s`, all)
await lived('meanwhile')
const settled = points.filter(({ minutes }) => minutes > seconds / 120)
const growth = slopeOf(settled)
console.log(
  `  ${Math.round(before)} MB before, ${Math.round(await memory())} MB after; ${growth.toFixed(2)} MB a minute in the second half (least squares, ${settled.length} looks)`,
)
if (seconds >= SETTLED_SECONDS && !(growth < MOST_GROWTH_MB)) faults.push(`memory grew by ${growth.toFixed(2)} MB a minute`)
prober.disconnect()

const last = Array.from({ length: atOnce }, () => post(server.url, heavy(number++)))
await new Promise((resolve) => setTimeout(resolve, UNDER_WAY_MS))
const since = performance.now()
server.process.kill('SIGTERM')
const asked = await Promise.all(last)
const { code } = await server.ended
told('SIGTERM in the midst', asked)
console.log(`  ended with ${code} after ${Math.round(performance.now() - since)} ms`)
if (code !== 0) faults.push(`ended with ${code}`)

for (const fault of faults) console.log(fault)
process.exitCode = faults.length > 0 ? 1 : 0
