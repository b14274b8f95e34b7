import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader, type Reader, ReaderUnavailable } from '../../../index/vectors/encoder.ts'

const MODEL = new URL('../../../index/vectors/model', import.meta.url).pathname
let reader: Reader
const folder = mkdtempSync(join(tmpdir(), 'reader-'))
beforeAll(async () => {
  reader = await openReader()
})
afterAll(() => rmSync(folder, { recursive: true }))

const vectorOf = async (text: string): Promise<Int8Array> => reader.encode([text])
function cosine(a: Int8Array, b: Int8Array): number {
  const dot = (x: Int8Array, y: Int8Array): number => x.reduce((sum, value, at) => sum + value * y[at]!, 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

describe('the reader', () => {
  it('gives a text the same bytes each time, alone and among others', async () => {
    const texts = ['Who looks after the little ones?', 'Children live in stable homes.', 'x', '']
    const together = await reader.encode(texts)
    for (const [at, text] of texts.entries()) expect(await vectorOf(text)).toEqual(together.slice(at * reader.dims, (at + 1) * reader.dims))
  })

  it('says which reader it is, so that vectors of two are not compared', () => {
    expect(reader).toMatchObject({ version: expect.stringMatching(/^[0-9a-f]{12}$/), dims: 384 })
  })

  it.each([
    ['do the kids have to keep moving house', 'Too many children experience frequent changes of placement.', 'Adopters are well prepared.'],
    ['is the boss any good', 'The director of children’s services provides strong leadership.', 'Health assessments are timely.'],
    ['are there enough staff', 'Caseloads are too high because posts are vacant.', 'Foster carers enjoy their training.'],
  ])('puts “%s” nearer to what answers it than to what does not', async (asked, answer, other) => {
    const [question, right, wrong] = await Promise.all([asked, answer, other].map(vectorOf))
    expect(cosine(question!, right!)).toBeGreaterThan(cosine(question!, wrong!))
  })

  it('reads any text, however long or strange', async () => {
    const [long, strange] = await Promise.all(['word '.repeat(5_000), '\0 👍 日本 \ud800'].map(vectorOf))
    expect(long).toHaveLength(384)
    expect(strange!.some((value) => value !== 0)).toBe(true)
  })

  it('refuses a damaged model and says what to do', async () => {
    cpSync(MODEL, folder, { recursive: true })
    writeFileSync(join(folder, 'pieces.txt'), '[CLS]\n[SEP]\n[UNK]\n')
    const { encode } = await openReader(folder)
    const read = encode(['anything'])
    await expect(read).rejects.toThrow(ReaderUnavailable)
    await expect(read).rejects.toThrow('pieces.txt is not the one that was made with it. Install the program again, or set READER=off.')
  })

  it('refuses a folder without a model', async () => {
    await expect(openReader(join(folder, 'nowhere'))).rejects.toThrow('reader.json cannot be read')
  })
})
