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

for (const name of ['start', 'answer', 'reader'] as const)
  test(`a first visit to the ${name} page is light, still and alone`, async () => {
    at = await visit('/privacy')
    const session = await at.page.context().newCDPSession(at.page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await at.page.goto(site + STATES[name], { waitUntil: 'networkidle' })
    console.info(`${name}: ${bytes} bytes`)
    expect(bytes).toBeGreaterThan(20_000)
    expect(bytes).toBeLessThanOrEqual(FIRST_LOAD)
    expect(await at.page.evaluate(SHIFTS)).toEqual([])
    expect([...at.seen.hosts]).toEqual([new URL(site).host])
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
