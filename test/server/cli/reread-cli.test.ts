/** `npm run reread` as its user sees it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '../../support/child.ts'
import { makePdf } from '../../support/pdf-maker.ts'

let work = ''
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'reread-'))
  await writeFile(join(work, 'report.pdf'), makePdf([[{ text: '1. Children get help early.', y: 700 }]]))
})
afterAll(() => rm(work, { recursive: true, force: true }))

async function said(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ lines: string[]; code: number | null }> {
  const child = run(`server/cli/${program}.ts`, { DATA_DIR: join(work, 'data'), SEEDS_DIR: 'seeds', ...env }, [], {}, args)
  const { code } = await child.ended
  return { lines: child.lines, code }
}

/** Each starts two programs one after the other. */
const LONG_MS = 90_000

it('has nothing to read where files are not kept, and says so', { timeout: LONG_MS }, async () => {
  const off = await said('ingest', [join(work, 'report.pdf')], { KEEP_ORIGINALS: 'off' })
  expect(off.lines.at(-1)).toMatch(/Their files are not kept \(KEEP_ORIGINALS=off\)\.$/)
  const none = await said('reread', [])
  expect(none).toMatchObject({ code: 1 })
  expect(none.lines[0]).toMatch(/^No files are kept in .*Ingest them/)
})

it('reads the kept files again and counts them', { timeout: LONG_MS }, async () => {
  const on = await said('ingest', [join(work, 'report.pdf')])
  expect(on.lines[0]).toMatch(/^report\.pdf: unchanged \(its file is kept from now on\)/)
  expect(on.lines.at(-1)).toMatch(/Files kept: 1, less than 0\.1 MB\.$/)
  const again = await said('reread', ['--dry'])
  expect(again).toMatchObject({ code: 0 })
  expect(again.lines.at(-1)).toBe('1 unchanged. This was a trial: nothing was changed. Files kept: 1, less than 0.1 MB.')
})
