import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { TEN } from '../support/briefings.ts'
import { docxParts } from '../support/docx-parts.ts'
import { accessibilityFaults } from './accessibility.ts'
import { PHONE, picture, site, type Visit, visit, WIDE } from './visit.ts'

let at: Visit
afterEach(() => at.leave())

const FALSE = 'Records of incidents and return home interviews are fully evidenced on children’s case files.'
const faults = (): Promise<string[]> => accessibilityFaults(at.page)
/** The quotes on the pad in their order, as the export is given them. */
const ids = (): Promise<string[]> =>
  at.page
    .locator('form[action="/briefing/export"] input[name=quote]')
    .evaluateAll((all: { value: string }[]) => all.map(({ value }) => value.replace(/~.*/, '')))

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('the journey from quotes to a checked briefing, %s', (_, javaScriptEnabled) => {
  test('collect, order, annotate, export to Word, check', async () => {
    at = await visit('/?q=What did Ofsted say about return home interviews?', { javaScriptEnabled, acceptDownloads: true })
    const { page } = at
    page.setDefaultTimeout(10_000)
    await page.locator('#a1q1 .keep').click()
    await page.waitForSelector('.kept-count:text-is("1")')
    await page.locator('#a1q2 .keep').click()
    await page.waitForSelector('.kept-count:text-is("2")')
    const gathered = await page
      .locator('.keep--kept')
      .evaluateAll((all: { value: string }[]) => all.map(({ value }) => value.split('#')[0]!))
    expect(gathered).toHaveLength(2)
    if (javaScriptEnabled) await picture(page, 'gathered')
    await page.locator('#to-briefing').click()
    await page.waitForURL(/\/briefing\?q=/)
    expect(await ids()).toEqual(gathered)
    await page.fill('#paste', TEN.filter((id) => !gathered.includes(id)).join('\n'))
    await page.getByRole('button', { name: 'Add the quotes' }).click()
    await page.waitForURL(/#entry-/)
    expect(await page.locator('.pad-quote').count()).toBe(new Set([...gathered, ...TEN]).size)

    await page.fill('#newHeading', 'Missing children')
    await page.getByRole('button', { name: 'Add the heading' }).click()
    await page.waitForSelector('.pad h2')
    await page.fill('#newNote', 'Ask for the figures.')
    await page.getByRole('button', { name: 'Add the note' }).click()
    await page.waitForSelector('.pad-note')
    expect(await page.locator('.pad-note').textContent()).toContain('Your note, not a quote')

    const [one, two] = await ids()
    await page.getByRole('button', { name: /^Down\s*: entry 1,/ }).click()
    await page.waitForURL(/#entry-2$/)
    expect((await ids()).slice(0, 2)).toEqual([two, one])
    await page.reload()
    expect((await ids()).slice(0, 2)).toEqual([two, one])

    await page.selectOption('#style', 'harvard')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()])
    const path = join(tmpdir(), `journey-${javaScriptEnabled}.docx`)
    await download.saveAs(path)
    expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')

    const quotes = (await ids()).length
    await page.getByRole('link', { name: 'Check the quotes in it' }).click()
    await page.setInputFiles('#draft', path)
    await page.getByRole('button', { name: 'Check the quotes' }).click()
    await page.waitForSelector('.verdict')
    expect(await page.locator('.verdict-name--found').count()).toBe(quotes)
    expect(await page.locator('.verdict').count()).toBe(quotes)
    // The checker is a script itself.
    if (javaScriptEnabled) expect(await faults()).toEqual([])
    expect(at.seen.messages).toEqual([])
  })

  test('a false quote shows the word that is missing and leads to the report', async () => {
    at = await visit('/verify', { javaScriptEnabled, viewport: PHONE })
    const { page } = at
    page.setDefaultTimeout(10_000)
    await page.fill('#text', `They say: “${FALSE}” and “the moon is made of the finest green cheese”.`)
    await page.getByRole('button', { name: 'Check the quotes' }).click()
    await page.waitForSelector('.verdict')
    expect(await page.locator('.verdict-name').allTextContents()).toEqual(['Altered', 'Not found'])
    expect(await page.locator('.difference del').textContent()).toContain('not')
    // The checker is a script itself.
    if (javaScriptEnabled) expect(await faults()).toEqual([])
    await picture(page, 'verdicts-phone', true)
    await page.locator('.verdict a').first().click()
    await page.waitForURL(/\/reports\/004\?quote=004\.p24\.s2/)
    expect(await page.locator('mark').first().textContent()).toContain('Records of incidents')
  })
})

test('the pad is worked with the keyboard alone, and the moved entry is in view', async () => {
  at = await visit('/briefing?quote=004.p24.s2&quote=000.i3&quote=003.i2')
  const { page } = at
  page.setDefaultTimeout(10_000)
  await page.getByRole('button', { name: /^Up\s*: entry 3,/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#entry-2$/)
  expect(await ids()).toEqual(['004.p24.s2', '003.i2', '000.i3'])
  expect(await page.locator('#entry-2').isVisible()).toBe(true)
  await page.keyboard.press('Tab')
  await expect.poll(() => page.evaluate('document.activeElement.closest("li")?.id')).toBe('entry-2')
})

test('a draft in another encoding says how it was read', async () => {
  at = await visit('/verify', { viewport: WIDE })
  const path = join(tmpdir(), 'old.txt')
  await writeFile(path, Buffer.concat([Buffer.from([0x93]), Buffer.from('Partnerships Adequate'), Buffer.from([0x94])]))
  await at.page.setInputFiles('#draft', path)
  await at.page.getByRole('button', { name: 'Check the quotes' }).click()
  await at.page.waitForSelector('.verdict-name--found')
  expect(await at.page.locator('main').textContent()).toContain('Windows-1252')
})

test('whatever a writer types, the Word file is XML that a strict parser reads', async () => {
  at = await visit('/briefing')
  const hostile = ['\u0000\u0008\u000b\u001f', '\ufffe\uffff', '\ud800 \udc00', ']]> <w:t> &amp; &#0; "\'', '\u2028\u0085\u202e\u{1f600}']
  const fields = new URLSearchParams([['quote', '004.p24.s2']])
  for (const text of hostile) for (const kind of ['heading', 'note']) fields.append(kind, `a ${text} z`)
  const parts = docxParts(await (await fetch(`${site}/briefing/export?format=docx&${fields}`)).arrayBuffer())
  expect(parts.size).toBeGreaterThan(5)
  const read = await at.page.evaluate(
    ([texts]) => {
      const { DOMParser } = globalThis as unknown as {
        DOMParser: new () => {
          parseFromString(text: string, type: string): { querySelector(name: string): { textContent: string } | null }
        }
      }
      return texts!.map(
        (text) => new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror')?.textContent ?? 'read',
      )
    },
    [[...parts.values()]],
  )
  expect(read).toEqual([...parts].map(() => 'read'))
  // The parser would have found what Word refuses.
  expect(
    await at.page.evaluate("!!new DOMParser().parseFromString('<a>\\uFFFE</a>', 'application/xml').querySelector('parsererror')"),
  ).toBe(true)
})
