import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { makeApp } from '../../../server/app.ts'
import { TEN_LINK } from '../../support/briefings.ts'
import { realCorpus } from '../../support/corpus.ts'

const folder = await mkdtemp(join(tmpdir(), 'drafts-'))
const QUOTE = "Records of incidents and return home interviews are not fully evidenced on children's case files."

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = promisify(execFile)(process.execPath, ['run/run.js', 'server/cli/verify.ts', ...args])
  return command.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, out: stdout, err: stderr }),
  )
}
async function draft(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

it('an exported briefing is found whole, and the exit code is 0', async () => {
  const app = makeApp({ corpus: await realCorpus(), loadedAt: null })
  const bytes = new Uint8Array(await (await app.request(`/briefing/export?${TEN_LINK}&format=docx`)).arrayBuffer())
  const { code, out } = await run(await draft('briefing.docx', bytes))
  expect(out).toMatch(/10 of 10 quotations found as cited\.\s*$/)
  expect(code).toBe(0)
})

it('one altered quotation makes the exit code 1 and shows the word', async () => {
  const { code, out } = await run(await draft('draft.md', `“${QUOTE}” and “${QUOTE.replace('not ', '')}”`))
  expect(code).toBe(1)
  expect(out).toContain('interviews are [-not-] fully')
  expect(out).toContain('1 of 2 quotations found')
})

it('a draft without quotations was not checked, and one that cannot be read makes the exit code 2', async () => {
  expect(await run(await draft('none.txt', 'Nothing is quoted.'))).toMatchObject({
    code: 1,
    out: expect.stringMatching(/nothing was checked/),
  })
  expect(await run(await draft('no.docx', 'hello'))).toMatchObject({ code: 2, err: expect.stringMatching(/not a Word document/) })
  expect(await run()).toMatchObject({ code: 2, err: expect.stringMatching(/Usage/) })
})
