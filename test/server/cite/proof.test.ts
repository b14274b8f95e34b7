import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readFolder } from '../../../index/library/ingest.ts'
import { makeCorpus } from '../../../index/search/corpus.ts'
import { makeApp } from '../../../server/app.ts'
import { checkProof, shortProof } from '../../../server/cite/proof.ts'
import { cutOf, quoteOf } from '../../../server/cite/quote.ts'
import { realCorpus, seeds } from '../../support/corpus.ts'

const corpus = await realCorpus()
const ids = [...corpus.all].flatMap(({ passage }) => [passage.id, ...passage.sentences.map((_, i) => `${passage.id}.s${i + 1}`)])
const proofs = ids.map((id) => quoteOf(cutOf(id, corpus)!).proof)

/** The five reports with one byte of one of them changed. */
async function withByteChanged(source: string, from: string, to: string) {
  const folder = await mkdtemp(join(tmpdir(), 'seeds-'))
  await cp(seeds, folder, { recursive: true })
  const text = await readFile(join(folder, source), 'utf8')
  expect(text.split(from)).toHaveLength(2)
  await writeFile(join(folder, source), text.replace(from, to))
  return makeCorpus(await readFolder(folder))
}

it('every quote of every report is cut again as it was, also after reading anew', async () => {
  const again = await realCorpus()
  expect(proofs.filter((proof) => checkProof(proof, again) !== 'found')).toEqual([])
})

it('a quote’s proof is of its words', () => {
  const { text, proof } = quoteOf(cutOf('004.p24.s2', corpus)!)
  expect(proof.text).toBe(createHash('sha256').update(text).digest('hex'))
})

it('after one byte of a source changes all of its quotes say so, and no other’s', async () => {
  const changed = await withByteChanged('004_de0f8b40ce353428.txt', 'Neil Penswick', 'Neil Pensvick')
  const source = corpus.reports.find(({ id }) => id === '004')!.sha256
  for (const proof of proofs) expect(checkProof(proof, changed)).toBe(proof.source === source ? 'changed' : 'found')
})

it('a quote of a report that was taken away is gone', () => {
  const rest = makeCorpus(corpus.reports.filter(({ id }) => id !== '004'))
  expect(checkProof(quoteOf(cutOf('004.p24.s2', corpus)!).proof, rest)).toBe('gone')
})

it('a proof with its words or offsets tampered with does not hold', () => {
  const { proof } = quoteOf(cutOf('004.p24.s2', corpus)!)
  expect(checkProof({ ...proof, start: proof.start + 1 }, corpus)).toBe('changed')
  expect(checkProof({ ...proof, text: '0'.repeat(64) }, corpus)).toBe('changed')
})

it('a pad’s link made before the change says which quotes it touches', async () => {
  const changed = await withByteChanged('004_de0f8b40ce353428.txt', 'Neil Penswick', 'Neil Pensvick')
  const link = ['004.p24.s2', '000.i3'].map((id) => `quote=${id}~${shortProof(quoteOf(cutOf(id, corpus)!).proof)}`).join('&')
  const before = await (await makeApp({ corpus, loadedAt: null }).request(`/briefing?${link}`)).text()
  const after = await (await makeApp({ corpus: changed, loadedAt: null }).request(`/briefing?${link}`)).text()
  expect(before.match(/has changed since/g)).toBeNull()
  expect(after.match(/has changed since/g)).toHaveLength(1)
})

it('the API checks proofs beside a text', async () => {
  const { proof } = quoteOf(cutOf('004.p24.s2', corpus)!)
  const response = await makeApp({ corpus, loadedAt: null }).request('/api/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: '', proofs: [proof, { ...proof, source: '0' }] }),
  })
  expect(((await response.json()) as { proofs: { status: string }[] }).proofs.map(({ status }) => status)).toEqual(['found', 'changed'])
})
