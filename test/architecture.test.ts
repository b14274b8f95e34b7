import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../', import.meta.url)
const tracked = (...patterns: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], { cwd: ROOT, encoding: 'utf8' })
    .trim()
    .split('\n')
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')

const LAYERS: [RegExp, number][] = [
  [/^index\/(?:text|work)\//, 0],
  [/^index\/model\//, 1],
  [/^index\/extract\//, 2],
  [/^index\/formats\//, 3],
  [/^index\/library\//, 4],
  [/^index\/lexicon\//, 5],
  [/^index\/search\//, 6],
  [/^index\/vectors\//, 7],
  [/^server\/(cite|work)\//, 10],
  [/^server\/verify\//, 11],
  [/^server\/answer\//, 11],
  [/^server\/(briefing|drafts|national|contract|http|evaluation|original)\b/, 12],
  [/^views\//, 13],
  [/^server\/routes\//, 14],
  [/^server\//, 15],
]
const layerOf = (path: string): number => LAYERS.find(([pattern]) => pattern.test(path))?.[1] ?? -1

const sources = tracked('index/*.ts', 'server/*.ts', 'server/*.tsx', 'views/*.ts', 'views/*.tsx')

/** What a file imports at run time: relative paths, resolved; imports of types alone are left out. */
const importsOf = (path: string): string[] =>
  [...read(path).matchAll(/^import (?!type )((?:(?!^import)[\s\S])*?)from '(\.[^']+)'/gm)].flatMap(([, what = '', from = '']) =>
    /^\{(?:\s*type [^,}]+,?)+\s*\}\s*$/.test(what.trim()) ? [] : [posix.join(posix.dirname(path), from)],
  )

describe('the house', () => {
  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(80)
  })

  it.each(sources)('%s imports only from its own layer and those before it', (path) => {
    expect(importsOf(path).filter((other) => layerOf(other) > layerOf(path))).toEqual([])
  })

  it('reads the words of a question once: behind understand/ only ask() hands them on', () => {
    const reading = sources.filter(
      (path) =>
        path.startsWith('server/answer/') &&
        !/^server\/answer\/(?:understand\/|ask\.ts)/.test(path) &&
        /\bquestion\.(?:text|asked)\b|\{[^{}]*\b(?:text|asked)\b[^{}]*\}: Question\b/.test(read(path)),
    )
    expect(reading).toEqual([])
  })

  it('draws views from what they are given: they take nothing but types from index and server', () => {
    const taken = sources
      .filter((path) => path.startsWith('views/'))
      .flatMap((path) => importsOf(path).filter((other) => !other.startsWith('views/')))
    expect(taken).toEqual([])
  })

  it.each([...sources, ...tracked('views/*.css', 'views/*.js')])('%s is no longer than 250 lines', (path) => {
    expect(read(path).split('\n').length - 1).toBeLessThanOrEqual(250)
  })

  it('keeps no more than 16 sources side by side', () => {
    const counts = new Map<string, number>()
    for (const path of sources) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > 16)).toEqual([])
  })

  it('has at its top level only what belongs there', () => {
    const top = new Set(tracked().map((path) => path.split('/')[0]))
    const allowed = [
      'server',
      'views',
      'seeds',
      'index',
      'run',
      'test',
      'deploy',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'biome.json',
      'knip.json',
      'vitest.config.ts',
      'README.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'SECURITY.md',
    ]
    expect([...top].filter((name) => name && !name.startsWith('.') && !allowed.includes(name))).toEqual([])
  })
})
