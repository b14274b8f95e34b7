import { afterEach, expect, test } from 'vitest'
import { STATES } from './states.ts'
import { site, type Visit, visit } from './visit.ts'

let at: Visit
afterEach(() => at.leave())

/** Bytes on the wire for a first visit, fonts and headers included. */
const FIRST_LOAD = 80_000

/** What moved, and from where to where, so that a failure tells. The foot makes way for an answer, as it should. */
const SHIFTS = `new Promise((resolve) => {
  const at = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ')
  const moved = ({ node, previousRect, currentRect }) =>
    [node?.nodeName, node?.id, node?.className, node?.textContent?.slice(0, 40)].join(' ') + ': ' + at(previousRect) + ' to ' + at(currentRect)
  const shifts = []
  new PerformanceObserver((list) => { for (const { sources } of list.getEntries()) shifts.push(...sources.filter(({ node }) => node?.className !== 'foot').map(moved)) })
    .observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(shifts), 200)
})`

/** The page for programs is a program of its own, and not what people come for. */
const HEAVY = new Set(['for programs'])

test('a first visit to every page is light, and asks no other host', async () => {
  at = await visit('/privacy')
  const session = await at.page.context().newCDPSession(at.page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const weights: [number, string][] = []
  for (const [name, path] of Object.entries(STATES)) {
    if (HEAVY.has(name)) continue
    bytes = 0
    await at.page.goto(site + path, { waitUntil: 'networkidle' })
    weights.push([bytes, name])
  }
  weights.sort(([a], [b]) => b - a)
  console.info(weights.map(([weight, name]) => `${weight} bytes: ${name}`).join('\n'))
  expect(weights.filter(([weight]) => weight > FIRST_LOAD)).toEqual([])
  expect(weights.at(-1)![0]).toBeGreaterThan(20_000)
  expect([...at.seen.hosts]).toEqual([new URL(site).host])
})

for (const name of ['start', 'answer', 'reader', 'judgements', 'nearest', 'all judgements'] as const)
  test(`nothing moves while the page of ${name} loads`, async () => {
    at = await visit(STATES[name]!)
    await at.page.waitForLoadState('networkidle')
    expect(await at.page.evaluate(SHIFTS)).toEqual([])
    expect(at.seen.messages).toEqual([])
  })

test('nothing shifts when an answer arrives or a passage opens', async () => {
  at = await visit('/')
  await at.page.fill('#question', 'What did Ofsted say about caseloads?')
  await at.page.keyboard.press('Enter')
  await at.page.waitForSelector('.answer')
  await at.page.locator('#a1q2 a.open').click()
  await at.page.waitForSelector('#a1q2[aria-current]')
  expect(await at.page.evaluate(SHIFTS)).toEqual([])
})
