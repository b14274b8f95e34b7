/**
 * Named columns of numbers and words as one binary file that is used where it lies: reading it costs a checksum, not a
 * parse. Layout: magic, checksum of what follows, length of the header, header (JSON), then each column at a multiple of 8.
 */
import { crc32 } from 'node:zlib'

export type Columns = Record<string, Uint16Array | Uint32Array | string[]>

/** The first bytes of a file, in the machine's own byte order: a file from the other kind of machine is refused too. */
const MAGIC = 0x51_55_4f_31
const HEAD_BYTES = 12
const ALIGN = 8
/** Stands between words, and in none: they hold letters, digits and separators of numbers. */
const BETWEEN = '\n'

type Described = { name: string; type: 'u16' | 'u32' | 'words'; from: number; bytes: number }

export function encodeColumns(columns: Columns): Uint8Array<ArrayBuffer> {
  let from = 0
  const parts: Uint8Array[] = []
  const header = Object.entries(columns).map(([name, column]): Described => {
    const bytes = Array.isArray(column)
      ? new TextEncoder().encode(column.map((word) => BETWEEN + word).join(''))
      : new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
    const described = { name, type: typeOf(column), from, bytes: bytes.length }
    parts.push(bytes)
    from = aligned(from + bytes.length)
    return described
  })
  const head = new TextEncoder().encode(JSON.stringify(header))
  const start = aligned(HEAD_BYTES + head.length)
  const file = new Uint8Array(start + from)
  file.set(head, HEAD_BYTES)
  parts.forEach((part, i) => {
    file.set(part, start + header[i]!.from)
  })
  const words = new Uint32Array(file.buffer, 0, 3)
  words[2] = head.length
  words[1] = crc32(file.subarray(8))
  words[0] = MAGIC
  return file
}

const typeOf = (column: Columns[string]): Described['type'] =>
  Array.isArray(column) ? 'words' : column instanceof Uint16Array ? 'u16' : 'u32'
const aligned = (length: number): number => Math.ceil(length / ALIGN) * ALIGN

/**
 * The columns of a file, as views of its bytes.
 * @throws Error where the bytes are cut short, changed, or something else.
 */
export function decodeColumns(given: Uint8Array): Columns {
  // views need their column at an even address: a file read into a shared pool is copied once
  const bytes = given.byteOffset % ALIGN === 0 ? given : new Uint8Array(given)
  if (bytes.length < HEAD_BYTES) throw new Error('The index file is damaged: it is too short.')
  const [magic, checksum, headLength] = new Uint32Array(bytes.buffer, bytes.byteOffset, 3)
  if (magic !== MAGIC || crc32(bytes.subarray(8)) !== checksum) throw new Error('The index file is damaged: its checksum does not fit.')
  const text = new TextDecoder()
  const header: Described[] = JSON.parse(text.decode(bytes.subarray(HEAD_BYTES, HEAD_BYTES + headLength!)))
  const start = bytes.byteOffset + aligned(HEAD_BYTES + headLength!)
  return Object.fromEntries(
    header.map(({ name, type, from, bytes: length }) => {
      const at = start + from
      if (type === 'u16') return [name, new Uint16Array(bytes.buffer, at, length / 2)]
      if (type === 'u32') return [name, new Uint32Array(bytes.buffer, at, length / 4)]
      return [
        name,
        text
          .decode(new Uint8Array(bytes.buffer, at, length))
          .split(BETWEEN)
          .slice(1),
      ]
    }),
  )
}
