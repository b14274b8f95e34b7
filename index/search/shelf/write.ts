/** Reports → files from which single passages are read: one for the passages, one for the words of all sentences as numbers. */
import { crc32 } from 'node:zlib'
import { type Draft, openDraft } from '../../library/files.ts'
import { collectSpeakers, packPassage } from '../../library/pack.ts'
import { passagesOf, type Report } from '../../model/report.ts'
import { type Numbers, numbers } from '../numbers.ts'
import { numberWriter } from './number-file.ts'

/**
 * Where everything stands. Records begin at multiples of 8 bytes, and places are counted in these: the passages of a report, then its
 * sections. `passageAt` and `sectionAt` have one more than there are for each report, so that each record ends where the next begins.
 */
export type ShelfTables = {
  passageAt: Uint32Array
  sectionAt: Uint32Array
  /** The first passage of each section, and one more; the first section of each report, and one more. */
  sectionPassages: Uint32Array
  sectionsFrom: Uint32Array
  /** Hashes of the ids, ascending, and the passage of each. */
  hashes: Uint32Array
  hashed: Uint32Array
  /** Each as JSON. */
  speakers: string[]
  /** Checksums of the pages of words. */
  wordSums: Uint32Array
}

export const ALIGN = 8
/** A checksum before each record, in hexadecimal digits. */
export const SUM_DIGITS = 8
/** What of a section is kept beside its passages. */
export type SectionRecord = [id: string, path: string[], part: string | null, hasHeading: boolean]

/** FNV-1a, of 32 bits. */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

export type ShelfWriter = {
  add(report: Report): void
  /** Takes the words of the sentences, one after another. */
  words: Pick<Numbers, 'push' | 'size'>
  finish(): ShelfTables
  /** Puts both files in place. */
  place(paths: { passages: string; words: string }): Promise<void>
  drop(): void
}

/** Bytes that are written at once. */
const CHUNK = 1 << 20

/** @throws where the folder cannot be written. */
export function openShelfWriter(dataDir: string): ShelfWriter {
  const drafts: Draft[] = [openDraft(dataDir), openDraft(dataDir)]
  const words = numberWriter(drafts[1]!)
  const speakers = collectSpeakers()
  const [passageAt, sectionAt, sectionPassages, sectionsFrom] = [numbers(), numbers(), numbers(), numbers()]
  const ids = numbers()
  let waiting: Buffer[] = []
  let length = 0
  let at = 0
  const flush = (): void => {
    drafts[0]!.append(Buffer.concat(waiting))
    waiting = []
    length = 0
  }
  const write = (record: unknown): void => {
    const text = Buffer.from(JSON.stringify(record))
    const bytes = Buffer.alloc(Math.ceil((SUM_DIGITS + text.length + 1) / ALIGN) * ALIGN, ' ')
    text.copy(bytes, SUM_DIGITS)
    bytes[bytes.length - 1] = 10
    bytes.write(crc32(bytes.subarray(SUM_DIGITS)).toString(16).padStart(SUM_DIGITS, '0'), 0, 'latin1')
    waiting.push(bytes)
    length += bytes.length
    at += bytes.length / ALIGN
    if (length >= CHUNK) flush()
  }

  return {
    words,
    add({ id: own, sections }) {
      sectionsFrom.push(sectionPassages.size())
      for (const section of sections) {
        sectionPassages.push(ids.size())
        for (const passage of passagesOf(section)) {
          passageAt.push(at)
          ids.push(hashOf(passage.id))
          write(packPassage(passage, own, speakers.numberOf))
        }
      }
      passageAt.push(at)
      for (const { id, path, part, heading } of sections) {
        sectionAt.push(at)
        write([id.slice(own.length), path, part, heading !== null] satisfies SectionRecord)
      }
      sectionAt.push(at)
    },
    finish() {
      flush()
      sectionsFrom.push(sectionPassages.size())
      sectionPassages.push(ids.size())
      const sorted = packed(ids.all()).sort()
      return {
        passageAt: passageAt.all().slice(),
        sectionAt: sectionAt.all().slice(),
        sectionPassages: sectionPassages.all().slice(),
        sectionsFrom: sectionsFrom.all().slice(),
        hashes: Uint32Array.from(sorted, (one) => Number(one >> 32n)),
        hashed: Uint32Array.from(sorted, (one) => Number(one & 0xffffffffn)),
        speakers: speakers.all().map((speaker) => JSON.stringify(speaker)),
        wordSums: words.finish(),
      }
    },
    async place(paths) {
      await drafts[0]!.place(paths.passages)
      await drafts[1]!.place(paths.words)
    },
    drop() {
      for (const draft of drafts) draft.drop()
    },
  }
}

/** A hash and its place in one number. */
function packed(hashes: Uint32Array): BigUint64Array {
  const all = new BigUint64Array(hashes.length)
  for (const [place, hash] of hashes.entries()) all[place] = (BigInt(hash) << 32n) | BigInt(place)
  return all
}
