/** A form as `name=value&…` → its fields, a megabyte at a time: a draft may be that long, and others are not to wait for it. */

import { turn } from '../../../index/work/turn.ts'
import { counted } from './multipart.ts'

/** Bytes between two turns of others (100 kB to 2 MB): some ten milliseconds. */
const SLICE = 1024 * 1024
const [AND, EQUALS, PLUS, PERCENT, SPACE] = ['&', '=', '+', '%', ' '].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
]
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** @throws DamagedForm where it has too many fields; every other text is a form of some kind. */
export async function urlencodedIn(form: Buffer): Promise<[name: string, value: string][]> {
  const pieces: Buffer[] = []
  for (let at = 0; at < form.length; ) {
    const end = form.indexOf(AND, at)
    if (end !== at) pieces.push(form.subarray(at, end < 0 ? form.length : end))
    counted(pieces.length)
    at = end < 0 ? form.length : end + 1
  }
  const fields: [string, string][] = []
  for (const piece of pieces) {
    const equals = piece.indexOf(EQUALS)
    fields.push(
      equals < 0 ? [await decoded(piece), ''] : [await decoded(piece.subarray(0, equals)), await decoded(piece.subarray(equals + 1))],
    )
  }
  return fields
}

async function decoded(bytes: Buffer): Promise<string> {
  const plain = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    if (at > 0 && at % SLICE === 0) await turn()
    const byte = bytes[at]!
    const code = byte === PERCENT ? (digitOf(bytes[at + 1]) << 4) | digitOf(bytes[at + 2]) : -1
    if (code >= 0) at += 2
    plain[length++] = code >= 0 ? code : byte === PLUS ? SPACE : byte
  }
  return UTF8.decode(plain.subarray(0, length))
}

/** The value of a hexadecimal digit; negative, also when shifted, for what is none. */
function digitOf(byte = 0): number {
  if (byte >= 48 && byte <= 57) return byte - 48
  const letter = byte | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}
