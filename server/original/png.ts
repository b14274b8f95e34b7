/** Pixels → PNG: sixteen greys where the page has no colour, which halves the file, otherwise red, green and blue. */
import { crc32, deflateSync } from 'node:zlib'
import type { Bitmap } from './pdfium.ts'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Channels further apart than this are a colour (8 to 64): smoothed edges of black letters differ by less. */
const COLOUR = 24
/** 1 to 9. Level 9 takes twice the time for 2% less. */
const LEVEL = 6
const GREY = 0
const RGB = 2

export function pngOf(bitmap: Bitmap): Uint8Array<ArrayBuffer> {
  const { width, height } = bitmap
  const coloured = hasColour(bitmap)
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, width)
  head.setUint32(4, height)
  head.setUint8(8, coloured ? 8 : 4)
  head.setUint8(9, coloured ? RGB : GREY)
  const rows = coloured ? rgbRows(bitmap) : greyRows(bitmap)
  const parts = [
    SIGNATURE,
    chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
    chunk('IEND', new Uint8Array()),
  ]
  return new Uint8Array(Buffer.concat(parts))
}

function hasColour({ width, height, stride, pixels }: Bitmap): boolean {
  for (let y = 0; y < height; y++)
    for (let at = y * stride; at < y * stride + width * 4; at += 4) {
      const [blue, green, red] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
      if (Math.abs(red - green) > COLOUR || Math.abs(green - blue) > COLOUR) return true
    }
  return false
}

/** Each row begins with a byte that says that it is written as it is. */
function rgbRows({ width, height, stride, pixels }: Bitmap): Uint8Array {
  const rows = new Uint8Array((width * 3 + 1) * height)
  for (let y = 0, to = 0; y < height; y++) {
    to++
    for (let at = y * stride; at < y * stride + width * 4; at += 4) {
      rows[to++] = pixels[at + 2]!
      rows[to++] = pixels[at + 1]!
      rows[to++] = pixels[at]!
    }
  }
  return rows
}

/** Two pixels a byte. */
function greyRows({ width, height, stride, pixels }: Bitmap): Uint8Array {
  const length = Math.ceil(width / 2) + 1
  const rows = new Uint8Array(length * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      // green is most of what the eye takes for brightness
      const grey = pixels[y * stride + x * 4 + 1]! >> 4
      rows[y * length + 1 + (x >> 1)]! |= x & 1 ? grey : grey << 4
    }
  return rows
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
