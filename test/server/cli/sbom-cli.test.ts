import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import about from '../../../package.json' with { type: 'json' }

test('the list of packages names each that the program asks for, in its version and with a licence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'))
  try {
    execFileSync(process.execPath, ['run/run.js', 'server/cli/sbom.ts', folder])
    const { components } = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')) as { components: { name: string }[] }
    const rows = readFileSync(join(folder, 'licences.csv'), 'utf8').trim().split('\n').slice(1)
    expect(rows).toHaveLength(components.length)
    for (const [name, version] of Object.entries(about.dependencies))
      expect(rows).toContainEqual(expect.stringMatching(new RegExp(`^"${name}","${version.replaceAll('.', '\\.')}",".+"$`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
