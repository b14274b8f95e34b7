import { afterEach, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { STATES } from './states.ts'
import { PHONE, picture, type Visit, visit, WIDE, ZOOMED } from './visit.ts'

let at: Visit
afterEach(() => at.leave())

/** The rules whose result depends on colours and widths. */
const DRAWN = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable']

const faults = (rules?: string[]): Promise<string[]> => accessibilityFaults(at.page, rules)
const overflow = () => at.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** Dark is looked at where it differs most. */
const DRAWN_DARK = new Set(['start', 'answer', 'judgements', 'reader'])

describe('axe finds no fault, and nothing runs off the side', () => {
  for (const [name, path] of Object.entries(STATES))
    test(name, async () => {
      at = await visit(path)
      const file = name.replace(/\W+/g, '-')
      // Light and wide, then dark and narrow: each colour and each width is looked at once.
      expect(await faults()).toEqual([])
      await picture(at.page, `${file}-wide`)
      await at.page.emulateMedia({ colorScheme: 'dark' })
      if (DRAWN_DARK.has(name)) await picture(at.page, `${file}-dark`)
      await at.page.setViewportSize(PHONE)
      expect(await faults(DRAWN)).toEqual([])
      expect(await overflow()).toBe(0)
      await at.page.emulateMedia({ colorScheme: 'light' })
      await picture(at.page, `${file}-phone`)
      await at.page.setViewportSize(ZOOMED)
      expect(await overflow()).toBe(0)
    })
})

/** Walks through the page with Tab; each stop has to be seen in full height or fill the screen. */
async function hiddenStops(steps: number): Promise<string[]> {
  const hidden: string[] = []
  for (let step = 0; step < steps; step++) {
    await at.page.keyboard.press('Tab')
    const stop = await at.page.evaluate<string | null>(`(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const box = element.getBoundingClientRect()
      const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1)
      const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 8), 0), innerHeight - 1)
      const top = document.elementFromPoint(x, y)
      const seen = box.bottom > 0 && box.top < innerHeight && top && (element.contains(top) || top.contains(element) || top.closest('label'))
      return seen ? null : element.outerHTML.slice(0, 100)
    })()`)
    if (stop) hidden.push(stop)
  }
  return hidden
}

for (const [name, viewport] of [
  ['at 400% zoom', ZOOMED],
  ['on a wide screen', WIDE],
] as const)
  test(`the focus is never hidden ${name}`, async () => {
    at = await visit(STATES.answer!, { viewport })
    expect(await hiddenStops(40)).toEqual([])
  })

test('in forced colours marks and grades still show', async () => {
  at = await visit(STATES.answer!, { forcedColors: 'active' })
  expect(await at.page.evaluate('getComputedStyle(document.querySelector(".grade")).borderStyle')).toBe('solid')
  await picture(at.page, 'forced-colours')
})

test('on paper there are quotes with their citations, and no controls', async () => {
  at = await visit(STATES.answer!)
  await at.page.emulateMedia({ media: 'print' })
  expect(await at.page.locator('#ask').isVisible()).toBe(false)
  expect(await at.page.locator('.quote-tools').first().isVisible()).toBe(false)
  const cited = await at.page.evaluate<string>('getComputedStyle(document.querySelector("#a1q1"), "::after").content')
  expect(cited).toContain('Ofsted')
  await at.page.setViewportSize({ width: 794, height: 1123 })
  await picture(at.page, 'print')
})
