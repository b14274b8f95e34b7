/** What is installed is what was looked at, and runs nothing while it is. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Package = { version?: string; integrity?: string; link?: boolean }
const read = (path: string): string => readFileSync(path, 'utf8')

it('every package is locked to one version, by its hash', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)])
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> }
  const unsure = Object.entries(packages).filter(([path, one]) => path !== '' && (one.link || !/^sha(?:512|1)-/.test(one.integrity ?? '')))
  expect(Object.keys(packages).length).toBeGreaterThan(100)
  expect(unsure.map(([path]) => path)).toEqual([])
})

it('no script of a package runs when it is installed', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
})
