/**
 * The learned reader: text → a vector of bytes. Texts that say the same in other words lie close together.
 *
 * Nothing is loaded before the first text is read: a program with READER=off, or without a question yet, pays nothing.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { wordPieces } from './word-pieces.ts'

export type Reader = {
  /** Vectors of two versions are not compared: 12 hexadecimal digits, the checksum of model and word pieces. */
  version: string
  dims: number
  /**
   * One vector of `dims` bytes for each text, one after another. Each text is read alone, so that its vector depends on nothing
   * else: the same bytes for the same text. Takes the thread: 5 ms for a question, 8 for a sentence (a 2.4 GHz core).
   */
  encode(texts: string[]): Promise<Int8Array>
}

/** Why there is no reader: the answers are then those of words alone. */
export class ReaderUnavailable extends Error {}

const MODEL = fileURLToPath(new URL('./model/', import.meta.url))
const About = z.object({
  version: z.string(),
  dims: z.number().int(),
  longest: z.number().int(),
  sha256: z.record(z.string(), z.string()),
})

/**
 * Bytes a unit of length (127 to 1,000). A component of these unit vectors is 0.05 and seldom 0.25; the few beyond are cut. Finer
 * steps cut more, coarser ones blur: at 500 the cosine of two texts changes by less than 0.002.
 */
const STEPS = 500
const MOST = 127

/**
 * Says at once which reader it is; model and engine are loaded when the first text is read (0.3 s, 100 MB).
 * @throws ReaderUnavailable here or from `encode`, where the model is missing or damaged, or its engine does not run on this machine.
 */
export async function openReader(folder: string = MODEL): Promise<Reader> {
  const about = About.parse(JSON.parse((await read(folder, 'reader.json')).toString('utf8')))
  let loaded: ReturnType<typeof load> | undefined
  return {
    version: about.version,
    dims: about.dims,
    async encode(texts) {
      loaded ??= load(folder, about)
      const meanOf = await loaded
      const vectors = new Int8Array(texts.length * about.dims)
      for (const [at, text] of texts.entries()) putUnit(vectors, at * about.dims, await meanOf(text))
      return vectors
    },
  }
}

/** The model, ready to run. */
async function load(folder: string, { sha256, longest }: z.infer<typeof About>): Promise<(text: string) => Promise<Float32Array>> {
  const [model, pieces] = await Promise.all(['encoder.onnx', 'pieces.txt'].map((name) => read(folder, name, sha256[name])))
  const { encode } = wordPieces(pieces!.toString('utf8').split('\n').slice(0, -1), longest)
  const { InferenceSession, Tensor } = await engine()
  // one thread and one text at a time: the sum of a row is then always added up in the same order
  const session = await InferenceSession.create(model!, { intraOpNumThreads: 1, interOpNumThreads: 1, graphOptimizationLevel: 'all' })
  return async (text) => {
    const ids = encode(text)
    const { mean } = await session.run({ ids: new Tensor('int32', ids, [ids.length]) })
    return mean!.data as Float32Array
  }
}

/** Writes a vector as bytes of the direction alone. */
function putUnit(into: Int8Array, start: number, values: Float32Array): void {
  let squares = 0
  for (const value of values) squares += value * value
  const scale = STEPS / Math.sqrt(squares)
  for (const [at, value] of values.entries()) into[start + at] = Math.max(-MOST, Math.min(MOST, Math.round(value * scale)))
}

async function read(folder: string, name: string, sum?: string): Promise<Buffer> {
  const bytes = await readFile(`${folder}/${name}`).catch((error: Error) => {
    throw new ReaderUnavailable(
      `The reader's file ${name} cannot be read (${error.message}). Install the program again, or set READER=off.`,
    )
  })
  if (sum && createHash('sha256').update(bytes).digest('hex') !== sum)
    throw new ReaderUnavailable(
      `The reader's file ${name} is not the one that was made with it. Install the program again, or set READER=off.`,
    )
  return bytes
}

async function engine(): Promise<typeof import('onnxruntime-node')> {
  try {
    return await import('onnxruntime-node')
  } catch (error) {
    throw new ReaderUnavailable(
      `onnxruntime-node does not run on ${process.platform} ${process.arch} (${(error as Error).message}). Answers are by words alone.`,
    )
  }
}
