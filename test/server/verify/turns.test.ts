/** A draft made to take long: others are answered meanwhile, and what takes too long is refused with what to send instead. */
import { describe, expect, it } from 'vitest'
import { printInTurns, printOf } from '../../../server/verify/print.ts'
import { realApp, realLibrary } from '../../support/app.ts'
import { diceOf } from '../../support/dice.ts'
import { watchStalls } from '../../support/stalls.ts'

const app = await realApp({ REQUEST_SECONDS: '300' })
const { corpus } = await realLibrary()
const all = [...corpus!.all].map(({ passage }) => passage.text.replace(/["“”‘’']/g, '')).join(' ')
const words = all.split(' ')
const dice = diceOf(3)
const nonsense = (count: number): string => `“${Array.from({ length: count }, () => words[Math.floor(dice() * words.length)]).join(' ')}”`
const N = 1_000_000
const filled = (one: string): string => one.repeat(N / one.length)

const post = (text: string) =>
  app.request('/api/verify', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text }) })
const page = (text: string) => {
  const body = new URLSearchParams({ text })
  return app.request('/verify', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body })
}

/** Alone the longest was 108 ms, over 434 reports too. */
const MOST_MS = 200

/** Each took between half a second and eleven seconds in one go. */
const DRAFTS: [name: string, status: number, draft: string][] = [
  ['three hundred long quotations that stand nowhere', 422, Array.from({ length: 300 }, () => nonsense(500)).join('\n\n')],
  ['a thousand true quotations', 200, Array.from({ length: 999 }, (_, i) => `“${all.slice(i * 150, i * 150 + 120)}”`).join('\n\n')],
  ['single marks never closed', 422, filled("'a ")],
  ['one quotation of a million characters', 422, `“${filled('children and young people in care ').slice(2)}”`],
  ['bracketed words', 200, filled('a[b]')],
]

describe('checking a hostile draft', { timeout: 300_000 }, () => {
  it.each(DRAFTS)('%s: nobody waits for it', async (_, status, draft) => {
    for (const send of [post, page]) {
      const stalls = watchStalls()
      const reply = await send(draft.slice(0, N))
      const said = await reply.text()
      expect(stalls.worst()).toBeLessThan(MOST_MS)
      expect(reply.status).toBe(status)
      if (status === 422) expect(said).toMatch(/[Cc]heck (?:it|the draft) in parts/)
    }
  })

  it('the first check of a large collection makes nobody wait either, and two at once make it ready once', async () => {
    const times = <T>(all: Iterable<T>): T[] => Array.from({ length: 40 }, () => [...all]).flat()
    const held = { ...corpus!, reports: times(corpus!.reports), all: times(corpus!.all) }
    const stalls = watchStalls()
    const [one, other] = await Promise.all([printInTurns(held), printInTurns(held)])
    expect(stalls.worst()).toBeLessThan(MOST_MS)
    expect(other).toBe(one)
    expect(printOf(held)).toBe(one)
  })
})
