import { Document, Packer, Paragraph } from 'docx'
import { expect, it } from 'vitest'
import { LARGEST_DRAFT, readDraft, UnreadableDraft } from '../../../server/drafts/draft.ts'
import { zipOf } from '../../support/docx.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const fault = async (bytes: Uint8Array, name: string): Promise<{ status: number; message: string }> => {
  const error: unknown = await readDraft(bytes, name).then(
    () => null,
    (caught: unknown) => caught,
  )
  if (!(error instanceof UnreadableDraft)) throw new Error(`${name} was read`)
  return { status: error.status, message: error.message }
}

const QUOTE = { id: 'Quote', name: 'Intense Quote', basedOn: 'Normal' }
const word = async (children: Paragraph[]): Promise<Uint8Array> =>
  Uint8Array.from(await Packer.toBuffer(new Document({ styles: { paragraphStyles: [QUOTE] }, sections: [{ children }] })))

it('a Word document keeps its paragraphs and its block quotes', async () => {
  const bytes = await word([new Paragraph('The report says:'), new Paragraph({ text: 'Children are safe.', style: 'Quote' })])
  expect((await readDraft(bytes, 'draft.docx')).text).toBe('The report says:\n\n> Children are safe.')
})

it('a Word paragraph that is indented and no list may be a quotation', async () => {
  const bytes = await word([new Paragraph('It says:'), new Paragraph({ text: 'Children are safe.', indent: { left: 700 } })])
  expect((await readDraft(bytes, 'draft.docx')).text).toBe('It says:\n\n    Children are safe.')
})

it('a .docx that is no zip is told apart', async () => {
  expect(await fault(utf8('Children are safe.'), 'draft.docx')).toEqual({
    status: 415,
    message: expect.stringMatching(/^draft\.docx is not a Word document: a \.docx is a zip archive/),
  })
})

it('a zip that is no Word document is told apart', async () => {
  expect(await fault(zipOf([['notes.xml', Buffer.from('hello')]]), 'notes.zip')).toEqual({
    status: 415,
    message: expect.stringMatching(/no Word document/),
  })
})

it('a zip bomb is not opened, whether it says its size or lies about it', async () => {
  const bomb = Buffer.alloc(60 * 1024 * 1024, 0x20)
  expect(await fault(zipOf([['word/document.xml', bomb]]), 'bomb.docx')).toEqual({
    status: 413,
    message: expect.stringMatching(/unpacks to far more/),
  })
  const before = process.memoryUsage().arrayBuffers
  expect(await fault(zipOf([['word/document.xml', bomb, 1000]]), 'liar.docx')).toEqual({
    status: 422,
    message: expect.stringMatching(/damaged/),
  })
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024)
})

it('a broken Word document gets a message, not a stack', async () => {
  const { status, message } = await fault(zipOf([['word/document.xml', Buffer.from('<w:document')]]), 'broken.docx')
  expect(status).toBe(422)
  expect(message).toMatch(/cannot be read as a Word document/)
})

it('a draft beyond 20 MB, an empty one and one of another kind are refused with advice', async () => {
  expect(await fault(new Uint8Array(LARGEST_DRAFT + 1), 'huge.txt')).toEqual({
    status: 413,
    message: expect.stringMatching(/larger than 20 MB/),
  })
  expect(await fault(utf8('a'.repeat(3_000_000)), 'long.txt')).toEqual({
    status: 413,
    message: expect.stringMatching(/1,000,000 characters/),
  })
  expect((await fault(new Uint8Array(), 'none.txt')).message).toBe('none.txt is empty.')
  expect((await fault(utf8('%PDF-1.7'), 'draft.pdf')).message).toMatch(/is a PDF/)
  expect((await fault(utf8('{\\rtf1 hello}'), 'draft.rtf')).message).toMatch(/rich text/)
  expect((await fault(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'draft.doc')).message).toMatch(/old Word document/)
  expect((await fault(Uint8Array.of(1, 0, 2, 0, 3), 'draft.bin')).message).toMatch(/is no text/)
})

it('text is read in UTF-8, in UTF-16 by its mark, and else in Windows-1252, which is said', async () => {
  const text = '“Children’s services” – café'
  expect(await readDraft(utf8(text), 'a.txt')).toEqual({ text, note: null })
  expect(await readDraft(utf8(`\uFEFF${text}`), 'a.txt')).toEqual({ text, note: null })
  expect(await readDraft(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'a.txt')).toEqual({ text, note: null })
  expect(await readDraft(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'a.txt')).toEqual({ text, note: null })
  const windows = Uint8Array.of(0x93, ...utf8('Children'), 0x92, ...utf8('s services'), 0x94)
  expect(await readDraft(windows, 'old.txt')).toEqual({ text: '“Children’s services”', note: expect.stringMatching(/Windows-1252/) })
})
