/**
 * `npm audit --json | node .ci/audit.js [EXCEPTIONS]`: tells what is known against the packages and not borne with. Exit code 1 where there
 * is such a thing, or an exception has expired; 0 otherwise, also where the registry does not offer the list, which is then said.
 *
 * EXCEPTIONS is a list of `{ "advisory": "GHSA-…", "package": "…", "reason": "…", "until": "2026-12-31" }`; a year ahead at the most.
 */
import { readFileSync } from 'node:fs'

const LONGEST_DAYS = 366
const DAY_MS = 86_400_000
const [path = new URL('audit-exceptions.json', import.meta.url)] = process.argv.slice(2)
const faults = []

const exceptions = JSON.parse(readFileSync(path, 'utf8'))
for (const { advisory, package: name, reason, until } of exceptions) {
  const days = (Date.parse(until) - Date.now()) / DAY_MS
  if (!advisory || !name || !reason || Number.isNaN(days))
    faults.push(`An exception lacks its advisory, package, reason or day: ${advisory ?? name}`)
  else if (days < 0) faults.push(`${advisory} (${name}) was borne with until ${until}: look at it again.`)
  else if (days > LONGEST_DAYS) faults.push(`${advisory} (${name}) is borne with for more than a year.`)
}

const read = () => {
  try {
    return JSON.parse(readFileSync(0, 'utf8')).vulnerabilities ?? null
  } catch {
    return null
  }
}
const known = read()
if (!known) console.log('npm audit: this registry does not offer it, so known faults were not looked for.')
const borne = new Set(exceptions.map(({ advisory }) => advisory))
for (const { via = [] } of Object.values(known ?? {}))
  for (const { url = '', title, severity, name, range } of via.filter((one) => typeof one === 'object'))
    if (!borne.has(url.split('/').at(-1))) faults.push(`${name} ${range}: ${title} (${severity}, ${url})`)

for (const fault of new Set(faults)) console.log(fault)
if (known && faults.length === 0) console.log(`npm audit: nothing known that is not borne with (${exceptions.length} exceptions).`)
process.exitCode = faults.length > 0 ? 1 : 0
