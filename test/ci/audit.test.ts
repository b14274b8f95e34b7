/** What is known against a package ends CI unless it is written down, with a reason and a day. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
const known = (...ids: string[]): string =>
  JSON.stringify({
    vulnerabilities: {
      one: { via: ids.map((id) => ({ name: 'one', range: '<2', title: 'Bad', severity: 'high', url: `https://x.example/${id}` })) },
      two: { via: ['one'] },
    },
  })

function audit(report: string, exceptions: object[]): { status: number | null; said: string } {
  const path = join(folder, 'exceptions.json')
  writeFileSync(path, JSON.stringify(exceptions))
  const { status, stdout } = spawnSync(process.execPath, ['.ci/audit.js', path], { input: report, encoding: 'utf8' })
  return { status, said: stdout }
}
const borne = (until: string) => [{ advisory: 'GHSA-a', package: 'one', reason: 'Not reached: we never parse such files.', until }]

it.each<[string, string, object[], number, RegExp]>([
  ['nothing known', known(), [], 0, /nothing known/],
  ['something known', known('GHSA-a'), [], 1, /one <2: Bad \(high, .*GHSA-a\)/],
  ['something borne with', known('GHSA-a'), borne(day(30)), 0, /1 exceptions/],
  ['something else than what is borne with', known('GHSA-a', 'GHSA-b'), borne(day(30)), 1, /GHSA-b/],
  ['an exception that has expired', known('GHSA-a'), borne(day(-2)), 1, /look at it again/],
  ['an exception for ever', known(), borne(day(900)), 1, /more than a year/],
  ['an exception without a reason', known(), [{ advisory: 'GHSA-a', package: 'one', until: day(3) }], 1, /lacks/],
  ['a registry that does not offer it', '{"error":{"code":"ENOTFOUND"}}', [], 0, /does not offer it/],
  ['no reply at all', '', [], 0, /does not offer it/],
])('%s', (_, report, exceptions, status, said) => {
  const told = audit(report, exceptions)
  expect(told.said).toMatch(said)
  expect(told.status).toBe(status)
})

it('the list that is kept has expired in nothing', () => {
  const { status, stdout } = spawnSync(process.execPath, ['.ci/audit.js'], { input: known(), encoding: 'utf8' })
  expect([status, stdout]).toEqual([0, expect.stringContaining('nothing known')])
})
