/**
 * The files that were ingested, just as they came, in the data folder: `originals/<sha256>` with its name in
 * `originals/<sha256>.json`, and `places/<sha256>.json.gz`, where the words of its passages stand on its pages.
 */
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { sha256 as hashOf } from '../../extract/extract-text.ts'
import { isMissing, writeWhole } from '../files.ts'
import type { Place, Places } from './places.ts'

/** `source` is the path under the folder that it was read from; `size` in bytes. */
export type Original = { sha256: string; source: string; size: number }

const NAME = /^[0-9a-f]{64}$/
const originalPath = (dataDir: string, sha256: string): string => join(dataDir, 'originals', sha256)
const aboutPath = (dataDir: string, sha256: string): string => join(dataDir, 'originals', `${sha256}.json`)
const placesPath = (dataDir: string, sha256: string): string => join(dataDir, 'places', `${sha256}.json.gz`)

/** The shape of a file of places. Raise it when it changes: older ones are then not read any more. */
const PLACES_VERSION = 1
const PackedPlaces = z.object({ version: z.literal(PLACES_VERSION), places: z.array(z.tuple([z.string(), z.array(z.number())])) })
/** Numbers of one place: start, end, page, x, y, dx, dy, size. */
const NUMBERS = 8
const About = z.object({ source: z.string().min(1) })

/** Keeps a file and the places of its words, and whatever name it has now. The same bytes whoever keeps it. */
export async function keepOriginal(dataDir: string, bytes: Uint8Array, source: string, places: Places | null): Promise<void> {
  const sha256 = hashOf(bytes)
  if (!(await hasOriginal(dataDir, sha256))) await writeWhole(dataDir, originalPath(dataDir, sha256), bytes)
  await writeWhole(dataDir, aboutPath(dataDir, sha256), `${JSON.stringify({ source } satisfies z.infer<typeof About>)}\n`)
  await keepPlaces(dataDir, sha256, places)
}

async function keepPlaces(dataDir: string, sha256: string, places: Places | null): Promise<void> {
  const path = placesPath(dataDir, sha256)
  if (!places) return rm(path, { force: true })
  const round = (points: number): number => Math.round(points * 100) / 100
  const packed: z.infer<typeof PackedPlaces> = {
    version: PLACES_VERSION,
    places: [...places].map(([passage, list]) => [
      passage,
      list.flatMap(({ start, end, spot: { page, x, y, dx, dy, size } }) => [start, end, page, ...[x, y, dx, dy, size].map(round)]),
    ]),
  }
  await writeWhole(dataDir, path, gzipSync(JSON.stringify(packed)))
}

export const hasOriginal = (dataDir: string, sha256: string): Promise<boolean> =>
  stat(originalPath(dataDir, sha256)).then(
    (about) => about.isFile(),
    () => false,
  )

/** Null where it is not kept, or no longer what was kept: bytes that do not have their hash are nobody's original. */
export async function readOriginal(dataDir: string, sha256: string): Promise<Buffer | null> {
  const bytes = await readFile(originalPath(dataDir, sha256)).catch(nullIfMissing)
  return bytes && hashOf(bytes) === sha256 ? bytes : null
}

/** Where the words of each passage stand; null where that is not kept, cannot be read, or there are no pages. */
export async function readPlaces(dataDir: string, sha256: string): Promise<Places | null> {
  const bytes = await readFile(placesPath(dataDir, sha256)).catch(nullIfMissing)
  if (!bytes) return null
  try {
    const { places } = PackedPlaces.parse(JSON.parse(gunzipSync(bytes).toString()))
    return new Map(places.map(([passage, numbers]) => [passage, unpacked(numbers)]))
  } catch {
    // cut short, or in another version's shape: reading the original again makes it anew
    return null
  }
}

function unpacked(numbers: number[]): Place[] {
  const list: Place[] = []
  for (let i = 0; i + NUMBERS <= numbers.length; i += NUMBERS) {
    const [start = 0, end = 0, page = 0, x = 0, y = 0, dx = 0, dy = 0, size = 0] = numbers.slice(i, i + NUMBERS)
    list.push({ start, end, spot: { page, x, y, dx, dy, size } })
  }
  return list
}

/** What is kept, in the order of the hashes. One whose name is lost goes by its hash. */
export async function listOriginals(dataDir: string): Promise<Original[]> {
  const names = (await readdir(join(dataDir, 'originals')).catch(nullIfMissing)) ?? []
  const originals: Original[] = []
  for (const sha256 of names.filter((name) => NAME.test(name)).sort()) {
    const about = await stat(originalPath(dataDir, sha256)).catch(nullIfMissing)
    if (about) originals.push({ sha256, source: await sourceOf(dataDir, sha256), size: about.size })
  }
  return originals
}

async function sourceOf(dataDir: string, sha256: string): Promise<string> {
  try {
    return About.parse(JSON.parse(await readFile(aboutPath(dataDir, sha256), 'utf8'))).source
  } catch {
    return sha256
  }
}

/** Bytes of all originals with what is kept beside them. */
export async function sizeOfOriginals(dataDir: string): Promise<{ files: number; bytes: number }> {
  let [files, bytes] = [0, 0]
  for (const folder of ['originals', 'places'])
    for (const name of (await readdir(join(dataDir, folder)).catch(nullIfMissing)) ?? []) {
      bytes += (await stat(join(dataDir, folder, name)).catch(nullIfMissing))?.size ?? 0
      if (folder === 'originals' && NAME.test(name)) files++
    }
  return { files, bytes }
}

export async function removeOriginal(dataDir: string, sha256: string): Promise<void> {
  for (const path of [originalPath(dataDir, sha256), aboutPath(dataDir, sha256), placesPath(dataDir, sha256)])
    await rm(path, { force: true })
}

const nullIfMissing = (error: unknown): null => {
  if (isMissing(error)) return null
  throw error
}
