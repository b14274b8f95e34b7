/** The part of the tar format that a backup needs (POSIX.1-1988 ustar: plain files with short names), so that any tar opens one. */

export type Entry = { name: string; bytes: Buffer }

const BLOCK = 512
/** Fields of a header: offset and length in bytes. */
const NAME = [0, 100] as const
const SIZE = [124, 12] as const
const SUM = [148, 8] as const
const FILE = '0'.charCodeAt(0)
const TYPE_AT = 156
/** A backup ends with two blocks of zeros. */
export const END = Buffer.alloc(2 * BLOCK)

export class DamagedArchive extends Error {}

const octal = (number: number, length: number): string => `${number.toString(8).padStart(length - 1, '0')}\0`
const field = (header: Buffer, [at, length]: readonly [number, number]): string =>
  header.toString('latin1', at, at + length).replace(/\0.*$/s, '')
/** The sum of all bytes, those of the sum itself read as spaces. */
function sumOf(header: Buffer): number {
  let sum = 0
  for (const [at, byte] of header.entries()) sum += at >= SUM[0] && at < SUM[0] + SUM[1] ? 0x20 : byte
  return sum
}
const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK

/** One entry as it stands in an archive. @param name of at most 100 ASCII characters; @param time in seconds since 1970. */
export function packed({ name, bytes }: Entry, time: number): Buffer {
  const header = Buffer.alloc(BLOCK)
  header.write(name, NAME[0], NAME[1], 'latin1')
  header.write(octal(0o600, 8), 100, 'latin1')
  header.write(octal(0, 8), 108, 'latin1')
  header.write(octal(0, 8), 116, 'latin1')
  header.write(octal(bytes.length, SIZE[1]), SIZE[0], 'latin1')
  header.write(octal(time, 12), 136, 'latin1')
  header[TYPE_AT] = FILE
  header.write('ustar\x0000', 257, 'latin1')
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, SUM[0], 'latin1')
  return Buffer.concat([header, bytes, Buffer.alloc(padding(bytes.length))])
}

/**
 * The entries of an archive, one in memory at a time.
 * @param largest most bytes of one entry. @throws DamagedArchive where it is cut short, changed, or no archive of plain files.
 */
export async function* unpacked(stream: AsyncIterable<Buffer>, largest: number): AsyncGenerator<Entry> {
  const source = stream[Symbol.asyncIterator]()
  let [held, length]: [Buffer[], number] = [[], 0]
  const take = async (size: number): Promise<Buffer> => {
    while (length < size) {
      const { value, done } = await source.next()
      if (done) throw new DamagedArchive('it ends too early')
      held.push(value)
      length += value.length
    }
    const all = Buffer.concat(held, length)
    held = [all.subarray(size)]
    length -= size
    return all.subarray(0, size)
  }
  for (;;) {
    const header = await take(BLOCK)
    if (header.every((byte) => byte === 0)) return
    if (Number.parseInt(field(header, SUM), 8) !== sumOf(header)) throw new DamagedArchive('it is no archive, or damaged')
    const size = Number.parseInt(field(header, SIZE), 8)
    if (header[TYPE_AT] !== FILE || !(size <= largest)) throw new DamagedArchive('it holds what no backup of this program holds')
    const bytes = await take(size)
    await take(padding(size))
    yield { name: field(header, NAME), bytes }
  }
}
