import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeApp } from '../server/app.ts'

const ROOT = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')
const readme = read('README.md')
const docs = { 'README.md': readme, 'deploy/README.md': read('deploy/README.md'), 'SECURITY.md': read('SECURITY.md') }
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts)

describe('the documents', () => {
  it.each(Object.entries(docs))('%s names only commands that there are', (_, text) => {
    const named = [...text.matchAll(/npm run -s (\w+)/g)].map(([, name]) => name)
    expect(named.filter((name) => !scripts.includes(name ?? ''))).toEqual([])
  })

  it('name every setting, and no other', () => {
    const known = [...read('server/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name)
    const text = Object.values(docs).join('\n')
    expect(known.length).toBeGreaterThan(3)
    expect(known.filter((name) => !text.includes(`\`${name}\``) && !text.includes(`${name}=`))).toEqual([])
  })

  it.each(Object.entries(docs))('%s links only to files that there are', (path, text) => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, link]) => link ?? '')
    expect(links.filter((link) => !existsSync(new URL(link, new URL(path, ROOT))))).toEqual([])
  })

  it('SECURITY.md names a test for each promise, and each of them is there', () => {
    const tests = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'test'], {
      cwd: ROOT,
      encoding: 'utf8',
    }).split('\n')
    const rows = docs['SECURITY.md']
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| who |'))
      .map((line) => line.split('|').at(-2) ?? '')
    expect(rows.length).toBeGreaterThan(25)
    expect(rows.filter((shown) => !/`[\w./-]+\.test\.tsx?`|`package-lock\.json`/.test(shown))).toEqual([])
    const named = rows.flatMap((shown) => shown.match(/[\w/-]+\.test\.tsx?/g) ?? [])
    const found = (name: string): string[] => tests.filter((path) => `/${path}`.endsWith(`/${name}`))
    expect(named.filter((name) => found(name).length !== 1)).toEqual([])
    // "`security.test.ts`, one client" names a test in it by words of its title
    const parts = rows.flatMap((shown) => [...shown.matchAll(/`([\w./-]+\.test\.tsx?)`, ([^`;]+?)(?=;|,? *$)/g)])
    expect(parts.length).toBeGreaterThan(10)
    const titles = (path = ''): string =>
      [...read(path).matchAll(/\b(?:describe|it|test)[^\n]*?\(\s*'([^']*)'/g)].map(([, title]) => title).join('\n')
    expect(parts.filter(([, file = '', part = '']) => !titles(found(file)[0]).includes(part)).map(([shown]) => shown)).toEqual([])
  })

  it('name only addresses that answer', async () => {
    const app = makeApp({ corpus: null, loadedAt: null })
    const paths = [...readme.matchAll(/`(?:GET )?(\/(?:reports|briefing|verify|api\/docs|api\/openapi\.json)?)`/g)].map(
      ([, path]) => path ?? '',
    )
    expect(paths.length).toBeGreaterThan(4)
    // the reports are not read here: what exists says so, what does not is not found
    for (const path of paths) expect([200, 503], path).toContain((await app.request(path)).status)
  })
})
