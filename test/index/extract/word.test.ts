import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'
import { readDraft } from '../../../server/drafts/draft.ts'
import { makeWord, paragraph, run } from '../../support/word-maker.ts'

const read = async (body: string, notes: string[] = []): Promise<string[]> =>
  (await extractText(await makeWord(body, notes), 'report.docx')).blocks.map(({ text }) => text)
const draft = async (body: string): Promise<string> => (await readDraft(await makeWord(body), 'draft.docx')).text

const box = (content: string): string =>
  `<wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>`
const shape = (content: string, kind = 'shape'): string =>
  `<w:pict><v:${kind}><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:${kind}></w:pict>`
const choice = (first: string, fallback: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${first}</mc:Choice>${fallback}</mc:AlternateContent>`

const WORDS = 'Workers see children late.'
const inField = (text: string): string => `<w:fldSimple w:instr=" MERGEFIELD Council ">${run(text)}</w:fldSimple>`

describe('a Word document', () => {
  it('parts words at the break of a page or column as at that of a line', async () => {
    const parted = ['page', 'column'].map((type) => `<w:r><w:br w:type="${type}"/></w:r>`)
    expect(await read(paragraph('Plans', parted[0]!, 'are', parted[1]!, 'clear', '<w:r><w:cr/></w:r>', 'now.'))).toEqual([
      'Plans are clear now.',
    ])
  })

  it('prints the sign of a box that is ticked, and says once what is set into it', async () => {
    const box = `<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☒')}</w:sdtContent></w:sdt>`
    expect(await read(paragraph(box, ' Children were seen.'))).toEqual(['☒ Children were seen.'])
    const { warnings } = await extractText(await makeWord(`${paragraph('Words.')}<w:altChunk r:id="r9"/>`), 'a.docx')
    expect(warnings).toEqual([expect.stringMatching(/^Not read: another file set into it\. /)])
  })

  it.each([
    ['a simple field', inField('not')],
    ['a field within a field', `<w:fldSimple w:instr=" A ">${inField('not')}</w:fldSimple>`],
    [
      'a complex field',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF b </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('not')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ],
    ['a smart tag', `<w:smartTag w:element="x">${run('not')}</w:smartTag>`],
    ['a content control', `<w:sdt><w:sdtContent>${run('not')}</w:sdtContent></w:sdt>`],
    ['custom markup', `<w:customXml w:element="x">${run('not')}</w:customXml>`],
    ['words set from right to left', `<w:bdo w:val="ltr">${run('not')}</w:bdo>`],
    ['an insertion that was tracked', `<w:ins w:id="1" w:author="A">${run('not')}</w:ins>`],
    ['an equation', '<m:oMathPara><m:oMath><m:r><m:t>not</m:t></m:r></m:oMath></m:oMathPara>'],
    [
      'a field that is worked out from another',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('5')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('not')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ],
  ])('keeps the words of %s, as a report and as a draft', async (_, words) => {
    const body = paragraph('Plans are ', words, ' always clear.')
    expect(await read(body)).toEqual(['Plans are not always clear.'])
    expect(await draft(body)).toBe('Plans are not always clear.')
  })

  it.each([
    ['of today’s Word', `<w:drawing>${box(paragraph(WORDS))}</w:drawing>`],
    ['with nothing for old programs', choice(`<w:drawing>${box(paragraph(WORDS))}</w:drawing>`, '')],
    ['with a picture for old programs', choice(`<w:drawing>${box(paragraph(WORDS))}</w:drawing>`, '<mc:Fallback><w:pict/></mc:Fallback>')],
    [
      'with the same for old programs',
      choice(`<w:drawing>${box(paragraph(WORDS))}</w:drawing>`, `<mc:Fallback>${shape(paragraph(WORDS))}</mc:Fallback>`),
    ],
    ['of old programs', shape(paragraph(WORDS))],
    ['in an oval', shape(paragraph(WORDS), 'oval')],
    ['with a field in it', `<w:drawing>${box(paragraph('Workers see ', inField('children'), ' late.'))}</w:drawing>`],
  ])('keeps the words of a text box %s, once', async (_, content) => {
    const body = paragraph('Before.', `<w:r>${content}</w:r>`) + paragraph('After.')
    expect(await read(body)).toEqual(['Before.', WORDS, 'After.'])
    expect(await draft(body)).toBe(`Before.\n\n${WORDS}\n\nAfter.`)
  })

  it('leaves out what Word does not print: deleted and hidden words', async () => {
    const deleted = '<w:del w:id="2" w:author="A"><w:r><w:delText>never</w:delText></w:r></w:del>'
    expect(
      await read(paragraph('Plans are ', deleted, run('secretly ', '<w:b/><w:vanish/>'), run('seen ', '<w:vanish w:val="0"/>'), 'here.')),
    ).toEqual(['Plans are seen here.'])
  })

  it('puts a footnote after the text under its mark, without the arrow back', async () => {
    const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    expect(await read(paragraph('Interviews are timely', mark, ' in most cases.') + paragraph('More.'), [paragraph('A note.')])).toEqual([
      'Interviews are timely¹ in most cases.',
      'More.',
      '¹ A note.',
    ])
  })

  it('reads documents whose writer names its elements otherwise', async () => {
    const file = await makeWord('')
    const { default: JSZip } = await import('jszip')
    const zip = await JSZip.loadAsync(file)
    const xml =
      '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:fldSimple x:instr="A"><x:r><x:t>Words.</x:t></x:r></x:fldSimple></x:p></x:body></x:document>'
    zip.file('word/document.xml', xml)
    const { blocks } = await extractText(await zip.generateAsync({ type: 'uint8array' }), 'report.docx')
    expect(blocks.map(({ text }) => text)).toEqual(['Words.'])
  })

  it('says what holds words that cannot be read', async () => {
    const file = await makeWord(`${paragraph(WORDS)}<w:altChunk r:id="r9"/>`)
    expect((await extractText(file, 'report.docx')).warnings).toEqual([expect.stringMatching(/^Not read: another file set into it/)])
    expect((await readDraft(file, 'draft.docx')).note).toMatch(/Not read in draft\.docx: another file set into it/)
    expect((await extractText(await makeWord(paragraph(WORDS)), 'report.docx')).warnings).toEqual([])
  })
})
