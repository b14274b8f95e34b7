/** Word documents made by hand, down to the zip. */
import { deflateRawSync } from 'node:zlib'

type Part = [name: string, content: Buffer, claimed?: number]

/** A zip of these files; `claimed` is the size that the directory gives, where it lies. */
export function zipOf(parts: Part[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, content, claimed = content.length] of parts) {
    const packed = deflateRawSync(content)
    const label = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimed, 18)
    fields.writeUInt16LE(label.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, label, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, label]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'

/** A document whose body is this XML. */
export const docxOf = (body: string): Buffer =>
  zipOf([
    [
      '[Content_Types].xml',
      Buffer.from(`<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`),
    ],
    [
      '_rels/.rels',
      Buffer.from(
        `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
      ),
    ],
    [
      'word/document.xml',
      Buffer.from(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    ],
  ])
