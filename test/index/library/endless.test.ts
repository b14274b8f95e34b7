/** One file cannot make every start fail, or every page slow, by holding what no document prints. */
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ingestFile, readSource, startIngesting } from '../../../index/library/ingest-file.ts'

const read = (text: string) => readSource(Buffer.from(text), 'a.txt')
const SOUND = 'Children are well supported by social workers. '

it.each<[string, string, string]>([
  ['word', `${SOUND}\n\nIt says ${'a'.repeat(5_000_000)} here.`, '5,000,000'],
  ['word', `${'é'.repeat(4_001)}\n\n${SOUND}`, '4,001'],
  ['sentence', `${SOUND}\n\n${'children and families and '.repeat(3_000).trim()}.`, '78,000'],
])('a %s without an end is refused, and its length said', async (what, text, length) => {
  const { outcome, detail, report } = await read(text)
  expect([outcome, report]).toEqual(['not a report', null])
  expect(detail).toContain(`holds a ${what} of ${length} characters`)
})

it('the longest that a document prints is read', async () => {
  const address = `https://example.org/${'a1/'.repeat(1_200)}`
  const { report } = await read(`Early help\n\nSee ${address} for more.\n\n${SOUND.repeat(2_000)}`)
  expect(JSON.stringify(report)).toContain(address)
})

it('a title without an end is cut at a word, for it stands in every list', async () => {
  const { report } = await read(`${'Early help and '.repeat(100)}.\n\n${SOUND}`)
  expect(report?.title).toMatch(/^Early help and .* and…$|^Early help and .* help…$|^Early help and .* Early…$/)
  expect(report?.title.length).toBeLessThanOrEqual(301)
})

it('a link to what never ends is refused, and not read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'endless-'))
  await symlink('/dev/zero', join(folder, 'zero.txt'))
  const { outcome, detail } = await ingestFile(await startIngesting(join(folder, 'data'), []), join(folder, 'zero.txt'), 'zero.txt')
  expect([outcome, detail]).toEqual(['damaged', 'cannot be opened (it is a folder, a pipe or a device).'])
  await rm(folder, { recursive: true })
})
