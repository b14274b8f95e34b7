/** `catalogue.json` beside the reports: what their text cannot tell. Facts printed in a text come first only where it has them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Facts, Provenance } from '../model/report.ts'
import { REPORT_KINDS } from '../model/report.ts'

const day = z.iso.date()
const Entry = z.strictObject({
  source: z.string().min(1),
  /** Facts that the document does not print, or prints damaged: they take the place of what was read. */
  facts: z
    .strictObject({
      title: z.string(),
      authority: z.string(),
      council: z.string(),
      urn: z.string(),
      publisher: z.string(),
      kind: z.enum(REPORT_KINDS),
      framework: z.string(),
      inspected: z.strictObject({ from: day, to: day }),
      published: day,
      leadInspector: z.string(),
      reference: z.string(),
      years: z.array(z.int().min(1990).max(2100)).min(1),
      licence: z.strictObject({ name: z.string().nullable(), sentence: z.string().nullable(), copyright: z.string().nullable() }),
    })
    .partial(),
  /** Where each of these facts was taken from, in a sentence. */
  notes: z.record(z.string(), z.string()).default({}),
})
const Catalogue = z.strictObject({ reports: z.array(Entry) })
export type CatalogueEntry = z.infer<typeof Entry>

/**
 * The entries of a folder's catalogue by the source that they speak of; none where there is no `catalogue.json`.
 * @throws Error naming the file and the faulty field.
 */
export async function readCatalogue(folder: string): Promise<Map<string, CatalogueEntry>> {
  const path = join(folder, 'catalogue.json')
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw error
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as Error).message}`)
  }
  const parsed = Catalogue.safeParse(json)
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`)
  return new Map(parsed.data.reports.map((entry) => [entry.source, entry]))
}

const UNKNOWN: Facts = {
  title: 'Untitled document',
  authority: null,
  council: null,
  urn: null,
  publisher: 'Unknown',
  kind: 'other',
  framework: null,
  inspected: null,
  published: null,
  leadInspector: null,
  inspectors: [],
  reference: null,
  licence: { name: null, sentence: null, copyright: null },
  years: [],
  scale: null,
}

type Provenances = Partial<Record<keyof Facts, Provenance>>

/**
 * Read facts, what the path adds to them and catalogue facts together, each with where it comes from: the text, where
 * the catalogue only repeats what the text prints.
 */
export function mergeFacts(
  read: Partial<Facts>,
  entry: CatalogueEntry | undefined,
  added: { facts: Partial<Facts>; provenance: Provenances } = { facts: {}, provenance: {} },
): Facts & { provenance: Provenances } {
  const provenance: Provenances = {}
  for (const key of Object.keys(read) as (keyof Facts)[]) if (read[key] !== null) provenance[key] = { from: 'text', note: null }
  Object.assign(provenance, added.provenance)
  for (const key of Object.keys(entry?.facts ?? {}) as (keyof Facts)[])
    if (!isDeepStrictEqual(entry?.facts[key as keyof CatalogueEntry['facts']], { ...read, ...added.facts }[key]))
      provenance[key] = { from: 'catalogue', note: entry?.notes[key] ?? null }
  const facts = Object.fromEntries(Object.entries(entry?.facts ?? {}).filter(([, value]) => value !== undefined)) as Partial<Facts>
  return { ...UNKNOWN, ...read, ...added.facts, ...facts, provenance }
}
