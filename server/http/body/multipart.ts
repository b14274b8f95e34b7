/** A multipart form (RFC 7578) → its parts. They are found by their boundary alone, so that what they hold costs nothing to pass over. */

/** `filename` is null where the part is no file. `bytes` is a view of the form. */
export type Part = { name: string; filename: string | null; type: string; bytes: Buffer }
/** A form that cannot be read; the message is for the reader. */
export class DamagedForm extends Error {}

const DAMAGED = 'This form is damaged or was cut short on its way. Go back and send it again.'
export const damaged = (): DamagedForm => new DamagedForm(DAMAGED)

/** Fields of one form (100 to 10,000): the largest of ours has thirty, and each costs time. */
const MOST_FIELDS = 1_000
export const counted = (fields: number): void => {
  if (fields > MOST_FIELDS) throw new DamagedForm(`This form has more than ${MOST_FIELDS.toLocaleString('en-GB')} fields.`)
}

/** Longest head of a part, in bytes. */
const LONGEST_HEAD = 8 * 1024
const LINE = Buffer.from('\r\n')
const HEAD_END = Buffer.from('\r\n\r\n')
const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i
const NAME = /;\s*name=(?:"([^"]*)"|([^\s;"]+))/i
const FILENAME = /;\s*filename=(?:"([^"]*)"|([^\s;"]+))/i
const TYPE = /^content-type:\s*([^\r\n]*)/im
const DISPOSITION = /^content-disposition:\s*form-data\b([^\r\n]*)/im

/** @throws DamagedForm */
export function multipartIn(form: Buffer, contentType: string): Part[] {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw damaged()
  const mark = Buffer.from(`\r\n--${boundary}`)
  const first = mark.subarray(LINE.length)
  let at = form.subarray(0, first.length).equals(first) ? first.length : after(form, mark, 0)
  const parts: Part[] = []
  for (;;) {
    if (form.subarray(at, at + 2).toString('latin1') === '--') return parts
    const head = after(form, LINE, at)
    const headEnd = form.subarray(head, head + LONGEST_HEAD).indexOf(HEAD_END) + head
    if (headEnd < head) throw damaged()
    // the break before the boundary may be the last of the head, where the part is empty
    const end = form.indexOf(mark, headEnd + LINE.length)
    if (end < 0) throw damaged()
    parts.push(
      partOf(form.toString('utf8', head, headEnd), form.subarray(headEnd + HEAD_END.length, Math.max(headEnd + HEAD_END.length, end))),
    )
    counted(parts.length)
    at = end + mark.length
  }
}

function after(form: Buffer, sign: Buffer, from: number): number {
  const at = form.indexOf(sign, from)
  if (at < 0) throw damaged()
  return at + sign.length
}

function partOf(head: string, bytes: Buffer): Part {
  const [, disposition = ''] = DISPOSITION.exec(head) ?? []
  const name = valueIn(NAME, disposition)
  if (name === null) throw damaged()
  return { name, filename: valueIn(FILENAME, disposition), type: TYPE.exec(head)?.[1]?.trim() ?? '', bytes }
}

/** Browsers write the three signs that a quoted name cannot hold as these. */
const ESCAPED: Record<string, string> = { '%22': '"', '%0d': '\r', '%0a': '\n' }
function valueIn(pattern: RegExp, disposition: string): string | null {
  const [, quoted, plain] = pattern.exec(disposition) ?? []
  return (quoted ?? plain)?.replace(/%(?:22|0[da])/gi, (sign) => ESCAPED[sign.toLowerCase()] ?? sign) ?? null
}
