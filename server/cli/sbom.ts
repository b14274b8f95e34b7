/**
 * `npm run -s sbom -- FOLDER`: all installed packages as npm itself lists them (CycloneDX; without those of development, npm 11 also
 * leaves out some that both need, such as zod), in
 * `sbom.cdx.json`, and the licence of each in `licences.csv`.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const Licence = z.union([
  z.object({ license: z.object({ id: z.string().optional(), name: z.string().optional() }) }),
  z.object({ expression: z.string() }),
])
const Sbom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ name: z.string(), version: z.string(), licenses: z.array(Licence).optional() })),
})
/** What a package says of itself in a way that npm does not read stands with the package. */
const UNSTATED = 'not stated in a form that npm reads: see its folder'
/** Bytes of what npm prints (1 to 100 MB): some 1 kB for each package. */
const LARGEST = 32 * 1024 * 1024

const inWords = (licence: z.infer<typeof Licence>): string =>
  'expression' in licence ? licence.expression : (licence.license.id ?? licence.license.name ?? UNSTATED)

try {
  const folder = process.argv[2]
  if (!folder) throw new Error('Usage: npm run -s sbom -- FOLDER')
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { encoding: 'utf8', maxBuffer: LARGEST })
  const { components } = Sbom.parse(JSON.parse(text))
  const rows = components.map(({ name, version, licenses }) => [name, version, licenses?.map(inWords).join(' and ') ?? UNSTATED])
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'sbom.cdx.json'), text)
  const csv = [['package', 'version', 'licence'], ...rows.sort()].map((row) => row.map((cell) => `"${cell}"`).join(','))
  writeFileSync(join(folder, 'licences.csv'), `${csv.join('\n')}\n`)
  console.log(`${components.length} packages in ${folder}`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
