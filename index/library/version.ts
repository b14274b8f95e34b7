/** What wrote a file of the data folder, so that no program reads what another one meant differently. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The shape of a stored report. Raise it when `Report` or `pack.ts` changes: older files are then not read any more. */
export const MODEL_VERSION = 4

/** The rooms of `index/` that decide how a report is read and indexed; the lexicon and the vectors only decide how it is asked. */
const ROOMS = /^(?:text|model|extract|formats|library|search)[\\/]/

/** Changes with every change of the code or data that reads reports: 8 hexadecimal digits. */
export const READER_VERSION: string = digestOf(fileURLToPath(new URL('..', import.meta.url)))

function digestOf(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => ROOMS.test(name) && /\.(ts|js|json)$/.test(name),
  )
  for (const name of names.sort()) hash.update(`${name}\n`).update(readFileSync(`${folder}/${name}`))
  return hash.digest('hex').slice(0, 8)
}
