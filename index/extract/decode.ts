/** Bytes of text → characters, whatever program wrote them. */

export type Decoded = {
  text: string
  /** True where nothing in the file says which encoding it has, and it was read as Windows-1252. */
  guessed: boolean
}

/** Bytes at the head of a page within which browsers look for its encoding. */
const DECLARED_WITHIN = 1024
/** Part of the bytes that are null in UTF-16 of English: half of them. */
const NULLS = 0.3

/**
 * By its byte order mark, then as UTF-8 where it is that throughout, then by what a page declares, then as Windows-1252, which older
 * programs of Windows write. Null for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const [first, second] = bytes
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const wide = marked ?? wideOf(bytes)
  // two bytes make a character: a file cut within one is damaged
  if (wide) return bytes.length % 2 === 0 ? sure(new TextDecoder(wide).decode(bytes)) : null
  if (bytes.includes(0)) return null
  try {
    return sure(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    const declared = declaredIn(bytes)
    return declared ? sure(declared) : { text: windows1252(bytes), guessed: true }
  }
}

const sure = (text: string): Decoded => ({ text: text.replace(/^\ufeff/, ''), guessed: false })

/** UTF-16 without a mark: of English text every other byte is null. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, DECLARED_WITHIN)
  if (head.length < 4) return null
  const nulls = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) nulls[i % 2] = (nulls[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nulls
  if (odd > head.length * NULLS && even === 0) return 'utf-16le'
  return even > head.length * NULLS && odd === 0 ? 'utf-16be' : null
}

/** The text as a page says that it is written; null where it says nothing, or UTF-8, which it is not. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN))
  const label = /<(?:meta|\?xml)\b[^<>]*?\b(?:charset|encoding)\s*=\s*["']?\s*([\w-]{1,30})/i.exec(head)?.[1]?.toLowerCase()
  if (!label || /^utf-?8$/.test(label)) return null
  if (/^(?:windows-1252|cp-?1252|iso-8859-1|latin-?1|(?:us-)?ascii)$/.test(label)) return windows1252(bytes)
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null
  }
}

/** Windows-1252 from 0x80 to 0x9F; the rest is Latin-1. Node 20's own decoder reads these as control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
export const windows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009F]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign)
