/** The five reports, read once, for the tests that ask what a careful reader would find in them. */
import { readFolder } from '../../index/library/ingest.ts'
import { type Passage, passagesOf, type Report, type Section } from '../../index/model/report.ts'

export const seeds: Report[] = await readFolder(new URL('../../seeds', import.meta.url).pathname)

export function seed(id: string): Report {
  const report = seeds.find((one) => one.id === id)
  if (!report) throw new Error(`no report ${id}`)
  return report
}

export const passages = (id: string): Passage[] => seed(id).sections.flatMap(passagesOf)

/** Every text that can be quoted: each sentence that is evidence. */
export const units = (id: string): string[] =>
  passages(id).flatMap(({ text, evidence, sentences }) => (evidence ? sentences.map(({ start, end }) => text.slice(start, end)) : []))

/** The one passage that begins with these words. */
export function passage(id: string, start: string): Passage {
  const found = passages(id).filter(({ text }) => text.startsWith(start))
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} passages of ${id} begin with “${start}”`)
  return found[0]
}

export function sectionOf(id: string, { id: passageId }: Passage): Section {
  const section = seed(id).sections.find((one) => passagesOf(one).some((other) => other.id === passageId))
  if (!section) throw new Error(`${passageId} stands in no section`)
  return section
}
