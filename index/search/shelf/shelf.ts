/**
 * Reports of which only the facts are in memory: passages, sentences and sections are read from a file when somebody asks for one, and
 * stay for a while. A question reads some hundred; 55,000 of them in memory took two kilobytes each.
 */
import { crc32 } from 'node:zlib'
import { type PackedPassage, unpackPassage } from '../../library/pack.ts'
import type { Passage, Report, Section, Speaker } from '../../model/report.ts'
import { unreadOf } from '../../model/unread.ts'
import type { Corpus } from '../corpus.ts'
import { makeUnit, type Placed, type Unit } from '../unit.ts'
import { DamagedShelf } from './damaged.ts'
import type { Pieces } from './file.ts'
import { held } from './held.ts'
import { type Places, stretchOf } from './places.ts'
import type { Row } from './row.ts'
import { ALIGN, hashOf, type SectionRecord, type ShelfTables, SUM_DIGITS } from './write.ts'

/** Passages that stay when they were read, in each of two generations (500 to 10,000): some 2 kB each. */
export const KEPT = 3_000
/** Sections, which are mostly their passages. */
const KEPT_SECTIONS = 200

export type Shelf = Pick<Corpus, 'reports' | 'passages' | 'all' | 'evidence' | 'units' | 'unitsOf' | 'ordinalOf'>

/** A passage in its place, whose section is read when somebody asks for it. */
type Shelved = Placed & { readonly units: Unit[] }

/** @param given the reports in the order in which they were written; those of the shelf take their place. */
export function openShelf(pieces: Pieces, tables: ShelfTables, places: Places, given: readonly Report[], kept = KEPT): Shelf {
  const { passageAt, sectionAt, sectionPassages, sectionsFrom, hashes, hashed } = tables
  const { passagesFrom, sentencesFrom, ordinalOf, passageOf, paragraphOf } = places
  const speakers = tables.speakers.map((json): Speaker => JSON.parse(json))
  const passages = held<Shelved>(kept)
  const sections = held<Section>(Math.min(kept, KEPT_SECTIONS))
  const reports = given.map((report, at) => unreadOf(report, () => sectionsOf(at)))

  function recordIn(bytes: Buffer): unknown {
    if (crc32(bytes.subarray(SUM_DIGITS)) !== Number.parseInt(bytes.toString('latin1', 0, SUM_DIGITS), 16))
      throw new DamagedShelf('The passages that are kept are damaged.')
    return JSON.parse(bytes.toString('utf8', SUM_DIGITS))
  }

  /** The passages of a stretch, all of one report. */
  function placedIn(from: number, to: number): Shelved[] {
    const found: Shelved[] = []
    for (let number = from; number < to; number++) {
      const known = passages.get(number)
      if (known) found.push(known)
      else return [...found, ...readPlaced(number, to)]
    }
    return found
  }

  function readPlaced(from: number, to: number): Shelved[] {
    const place = stretchOf(passagesFrom, from)
    const report = reports[place]!
    const start = passageAt[from + place]!
    const bytes = pieces.read(start * ALIGN, (passageAt[to + place]! - start) * ALIGN)
    const found: Shelved[] = []
    for (let number = from; number < to; number++) {
      const [first, last] = [passageAt[number + place]!, passageAt[number + place + 1]!]
      const known = passages.get(number)
      const read = (): Shelved => {
        const packed = recordIn(bytes.subarray((first - start) * ALIGN, (last - start) * ALIGN)) as PackedPassage
        return passages.put(number, shelvedOf(number, unpackPassage(packed, report.id, speakers), report))
      }
      found.push(known ?? read())
    }
    return found
  }

  const placedAt = (number: number): Shelved => passages.get(number) ?? readPlaced(number, number + 1)[0]!

  function shelvedOf(number: number, passage: Passage, report: Report): Shelved {
    const ordinal = ordinalOf[number]!
    let section: Section | null = null
    let units: Unit[] | null = null
    const placed: Shelved = {
      passage,
      report,
      ordinal,
      get section() {
        section ??= sectionAtPlace(stretchOf(sectionPassages, number))
        return section
      },
      get units() {
        units ??=
          ordinal < 0 ? [] : passage.sentences.map(({ start, end }, at) => makeUnit(sentencesFrom[ordinal]! + at, placed, at, start, end))
        return units
      },
    }
    return placed
  }

  function sectionAtPlace(number: number): Section {
    const known = sections.get(number)
    if (known) return known
    const place = stretchOf(sectionsFrom, number)
    const start = sectionAt[number + place]!
    const bytes = pieces.read(start * ALIGN, (sectionAt[number + place + 1]! - start) * ALIGN)
    const [id, path, part, hasHeading] = recordIn(bytes) as SectionRecord
    const [from, to] = [sectionPassages[number]!, sectionPassages[number + 1]!]
    // what was read stays the same for whoever holds the section
    let first: Shelved | null = null
    let rest: Shelved[] | null = null
    let paragraphs: Passage[] | null = null
    return sections.put(number, {
      id: reports[place]!.id + id,
      path,
      part,
      get heading() {
        if (!hasHeading) return null
        first ??= placedAt(from)
        return first.passage
      },
      get paragraphs() {
        rest ??= placedIn(hasHeading ? from + 1 : from, to)
        paragraphs ??= rest.map(({ passage }) => passage)
        return paragraphs
      },
    })
  }

  const sectionsOf = (report: number): Section[] => {
    const found: Section[] = []
    for (let number = sectionsFrom[report]!; number < sectionsFrom[report + 1]!; number++) found.push(sectionAtPlace(number))
    return found
  }

  /** Passages whose ids may be this one: nearly always one, and none for most that are not there. */
  function candidates(id: string): number[] {
    const hash = hashOf(id)
    let [low, high] = [0, hashes.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (hashes[middle]! < hash) low = middle + 1
      else high = middle
    }
    const found: number[] = []
    for (let at = low; hashes[at] === hash; at++)
      if (id.startsWith(reports[stretchOf(passagesFrom, hashed[at]!)]!.id)) found.push(hashed[at]!)
    return found
  }
  const numberOf = (id: string): number => candidates(id).find((number) => placedAt(number).passage.id === id) ?? -1
  const get = (id: string): Shelved | undefined => {
    const number = numberOf(id)
    return number < 0 ? undefined : placedAt(number)
  }

  return {
    reports,
    passages: { get },
    ordinalOf(id) {
      const [only, ...others] = candidates(id)
      if (only === undefined) return -1
      const number = others.length === 0 ? only : numberOf(id)
      return number < 0 ? -1 : ordinalOf[number]!
    },
    all: rowOf(places.evidence.length, placedAt),
    evidence: rowOf(passageOf.length, (paragraph) => placedAt(passageOf[paragraph]!)),
    units: rowOf(paragraphOf.length, (sentence) => {
      const paragraph = paragraphOf[sentence]!
      return placedAt(passageOf[paragraph]!).units[sentence - sentencesFrom[paragraph]!]!
    }),
    unitsOf: {
      get(id) {
        const placed = get(id)
        return placed && placed.ordinal >= 0 ? placed.units : undefined
      },
    },
  }
}

const rowOf = <T>(length: number, read: (number: number) => T): Row<T> => ({
  length,
  at: (number) => (number >= 0 && number < length ? read(number) : undefined),
  *[Symbol.iterator]() {
    for (let number = 0; number < length; number++) yield read(number)
  },
})
