/** A page of a kept PDF and what is wanted of it → its picture and the boxes to mark on it. */
import { markOf, type Wanted } from './marks.ts'
import { type Bitmap, type OpenPage, withPage } from './pdfium.ts'
import { pngOf } from './png.ts'

/** `burnIn` draws the marks into the picture; otherwise they are for whoever shows it to lay over. `width` in pixels. */
export type PageWanted = { bytes: Uint8Array; page: number; width: number; marks: Wanted[]; burnIn: boolean }
/** In parts of the page's width and height, from its upper left. */
export type Box = { left: number; top: number; width: number; height: number }
export type DrawnPage = {
  png: Uint8Array<ArrayBuffer>
  /** In pixels. */
  width: number
  height: number
  boxes: Box[]
  /** Stretches of the words that the page's own letters do not prove, and which are not marked. */
  unproven: number
}

export const drawPage = ({ bytes, page, width, marks, burnIn }: PageWanted): Promise<DrawnPage> =>
  withPage(bytes, page, (open) => {
    const glyphs = marks.length > 0 ? open.glyphs() : []
    const boxes = marks.flatMap((wanted) => {
      const mark = markOf(wanted, glyphs)
      return mark?.proven ? [boxOf(mark.corners, open)] : []
    })
    const bitmap = open.draw(width)
    if (burnIn) for (const box of boxes) paint(bitmap, box)
    return { png: pngOf(bitmap), width: bitmap.width, height: bitmap.height, boxes, unproven: marks.length - boxes.length }
  })

function boxOf(corners: [number, number][], { onShown }: OpenPage): Box {
  const points = corners.map(([x, y]) => onShown(x, y))
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

/** A highlighter: what is dark stays, what is white takes its colour (blue, green, red). */
const HIGHLIGHT = [0x50, 0xdd, 0xff]

function paint({ width, height, stride, pixels }: Bitmap, box: Box): void {
  const [left, right] = [Math.floor(box.left * width), Math.ceil((box.left + box.width) * width)]
  const [top, bottom] = [Math.floor(box.top * height), Math.ceil((box.top + box.height) * height)]
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
    for (let x = Math.max(0, left); x < Math.min(width, right); x++)
      for (let channel = 0; channel < 3; channel++) {
        const at = y * stride + x * 4 + channel
        pixels[at] = (pixels[at]! * HIGHLIGHT[channel]!) / 255
      }
}
