/**
 * The sentence vectors of one report in a file: for each sentence a key of its words, then the vectors. A report that is read anew, or
 * by another version of the program, so loses only the sentences that are new.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeWhole } from '../library/files.ts'

/** Vectors by the key of their sentence's words. */
export type Known = Map<string, Int8Array>

/** 16 hexadecimal digits: among 160,000 sentences two share one with a chance of one in a thousand million. */
export const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, KEY_DIGITS)
const KEY_DIGITS = 16
const KEY_BYTES = KEY_DIGITS / 2

/** The shipped reports' vectors, made with the shipped reader by `training/ship.ts`. */
export const SHIPPED = fileURLToPath(new URL('./shipped/', import.meta.url))
/** Where those of other reports are kept. */
export const vectorsFolder = (dataDir: string): string => join(dataDir, 'vectors')

const fileName = (reportSha256: string, version: string): string => `${reportSha256.slice(0, 16)}-${version}.vectors`

/** What is known of a report's sentences: from the first folder that has it whole, else nothing. */
export async function readVectors(folders: string[], reportSha256: string, version: string, dims: number): Promise<Known> {
  for (const folder of folders) {
    const known = decode(await readFile(join(folder, fileName(reportSha256, version))).catch(nothing), dims)
    if (known) return known
  }
  return new Map()
}

/** A file that cannot be read, for whatever reason, costs making its vectors again and nothing else. */
const nothing = (): Uint8Array => new Uint8Array()

/** Keeps them, and takes away those of another reader; half a file is never seen. @throws where the folder cannot be written. */
export async function writeVectors(
  folder: string,
  reportSha256: string,
  version: string,
  texts: string[],
  vectors: Int8Array,
): Promise<void> {
  const name = fileName(reportSha256, version)
  await writeWhole(folder, join(folder, name), encode(texts, vectors))
  const older = (await readdir(folder)).filter((other) => other !== name && other.startsWith(`${reportSha256.slice(0, 16)}-`))
  await Promise.all(older.map((other) => rm(join(folder, other), { force: true })))
}

/** Keys and vectors, and at the end a checksum of both. */
function encode(texts: string[], vectors: Int8Array): Buffer {
  const body = Buffer.concat([
    Buffer.from(texts.map(keyOf).join(''), 'hex'),
    Buffer.from(vectors.buffer, vectors.byteOffset, vectors.length),
  ])
  return Buffer.concat([body, sumOf(body)])
}

const SUM_BYTES = 8
const sumOf = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest().subarray(0, SUM_BYTES)

/** Null for a file that is not whole: its vectors are made anew. */
function decode(bytes: Uint8Array, dims: number): Known | null {
  const body = Buffer.from(bytes.subarray(0, -SUM_BYTES))
  const count = body.length / (KEY_BYTES + dims)
  if (count === 0 || !Number.isInteger(count) || !sumOf(body).equals(bytes.subarray(-SUM_BYTES))) return null
  const known: Known = new Map()
  const vectors = new Int8Array(body.buffer, body.byteOffset + count * KEY_BYTES, count * dims)
  for (let at = 0; at < count; at++)
    known.set(body.toString('hex', at * KEY_BYTES, (at + 1) * KEY_BYTES), vectors.subarray(at * dims, (at + 1) * dims))
  return known
}
