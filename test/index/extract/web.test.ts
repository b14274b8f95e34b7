import { describe, expect, it } from 'vitest'
import { extractText } from '../../../index/extract/extract-text.ts'

const texts = async (html: string | Uint8Array, name = 'report.html'): Promise<string[]> =>
  (await extractText(typeof html === 'string' ? new TextEncoder().encode(html) : html, name)).blocks.map(({ text }) => text)
const page = (body: string, head = '<title>x</title>'): string => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

describe('a web page', () => {
  const ARTICLE = '<h1>Inspection</h1><p>Workers see children often and listen to them.</p>'
  it.each([
    ['a main part', `<main>${ARTICLE}</main>`],
    ['a part whose role is that', `<div role="main">${ARTICLE}</div>`],
  ])('is read without the banners around %s', async (_, main) => {
    const around = '<a href="#m">Skip to main content</a><div class="cookies"><h2>Cookies</h2><p>We use some.</p></div>'
    expect(await texts(page(`${around}${main}<footer><p>Licence.</p></footer>`))).toEqual([
      'Inspection',
      'Workers see children often and listen to them.',
    ])
  })

  it.each([
    ['hardly holds a word', `<main><p>Loading.</p></main>${ARTICLE}`, 3],
    ['is there twice', `<main><p>One.</p></main><main>${ARTICLE}</main>`, 3],
  ])('is read whole where its main part %s', async (_, body, paragraphs) => {
    expect(await texts(page(body))).toHaveLength(paragraphs)
  })

  it('has its notes, numbers and quotation marks as a browser shows them', async () => {
    const html = page(
      '<p>Seen<sup id="fnref:1"><a href="#fn:1">[footnote 1]</a></sup> and <q>heard</q>.</p><ol><li value="20">Twenty is it.</li></ol><ol><li id="fn:1">Alone. <a href="#fnref:1">↩</a></li></ol>',
    )
    const { blocks } = await extractText(new TextEncoder().encode(html), 'a.html')
    expect(blocks.map(({ number, text }) => [number, text])).toEqual([
      [null, 'Seen¹ and “heard”.'],
      ['20', 'Twenty is it.'],
      [null, '¹ Alone.'],
    ])
  })

  it('of XML may close any tag at once', async () => {
    expect(await texts('<?xml version="1.0"?><html><head><title/></head><body><p/><p>First.<br/>Second.</p></body></html>')).toEqual([
      'First. Second.',
    ])
  })

  it('that Word or Outlook wrote has its list marks told from its words', async () => {
    const html =
      '<p class=MsoListParagraph><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span><![endif]>Plans are late.</p>'
    const { blocks } = await extractText(new TextEncoder().encode(page(html)), 'a.html')
    expect(blocks).toMatchObject([{ kind: 'item', marker: '·', text: 'Plans are late.' }])
  })

  it.each([
    ['whose head is left open', '<!doctype html>\n<html lang=en><head><title>x</title>\n<body><p>First.<p>Second.</html>'],
    ['without head and body', '<!doctype html><title>x</title><p>First.<p>Second.'],
    ['with a picture that closes itself', page('<p><svg viewBox="0 0 9 9"/> First.</p><p>Second.</p>')],
    [
      'with ">" in what its tags say',
      page('<p><a href="#" title="more > less">First</a><span data-tip="<b>not</b> this">.</span></p><p>Second.</p>'),
    ],
    ['with comments that hold tags', page('<!-- <p>no</p> --><p>First.<!-- > --></p><p>Second.</p>')],
    ['whose tags are closed in the wrong order', page('<p><b>First<i></b>.</i></p><div><p>Second.</div>')],
    ['with words beside its table’s rows', page('<table><p>First.</p><tr><td>Second.</td></tr></table>')],
    [
      'saved as XHTML',
      '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><p>First.</p><p>Second.</p></body></html>',
    ],
  ])('%s is read as a browser shows it', async (_, html) => {
    expect(await texts(html)).toEqual(['First.', 'Second.'])
  })

  it.each([
    ['by attribute', '<p hidden>no</p>', ''],
    ['by its own style', '<div style="color:red; DISPLAY : none">no</div>', ''],
    [
      'by the style sheet',
      '<div class="box modal">no</div><p id="cookie">no</p>',
      '<style>a{color:red} .modal, #cookie { display: none }</style>',
    ],
    ['as words for those who hear the page', '<p>First<span class="govuk-visually-hidden"> no</span>.</p>', ''],
    ['in a closed dialog', '<dialog>no</dialog>', ''],
    ['as a template', '<template><p>no</p></template>', ''],
    ['in a script that holds tags', '<script>document.write("<p>no</p>")</script>', ''],
    ['in a form’s choices', '<select><option>no</option></select><textarea>no</textarea>', ''],
  ])('leaves out what is hidden %s', async (_, hidden, head) => {
    expect((await texts(page(`<p>Words.</p>${hidden}`, head))).join(' ')).not.toMatch(/\bno\b/)
  })

  it('keeps what a style sheet hides on paper only, and what is merely said to be decoration', async () => {
    const head = '<style>@media print { .menu { display: none } } .more { color: red }</style>'
    expect(await texts(page('<p class="menu">First.</p><p aria-hidden="true" class="more">Second.</p>', head))).toEqual([
      'First.',
      'Second.',
    ])
  })

  it('knows every entity, by name and number', async () => {
    const html = page('<p>caf&eacute; &hellip; &frac34; &ndash; &#8217; &#x2019; &#146; &ne; &xyzzy; 5 &lt; 6 &amp;c &euro;9 AT&T</p>')
    expect(await texts(html)).toEqual(['café … ¾ – ’ ’ ’ ≠ &xyzzy; 5 < 6 &c €9 AT&T'])
  })

  it('is read in the encoding that it has', async () => {
    const words = page('<p>Children’s “plans” – café</p>')
    const wanted = ['Children’s “plans” – café']
    const cp1252 = (head: string): Uint8Array =>
      Buffer.from(
        words
          .replace('<title>', `${head}<title>`)
          .replace(/[’“”–]/g, (sign) => ({ '’': '\x92', '“': '\x93', '”': '\x94', '–': '\x96' })[sign] ?? sign),
        'latin1',
      )
    expect(await texts(Buffer.from(`\ufeff${words}`, 'utf16le'))).toEqual(wanted)
    expect(await texts(Buffer.from(words, 'utf16le'))).toEqual(wanted)
    expect(await texts(Buffer.from(words, 'utf16le').swap16())).toEqual(wanted)
    expect(await texts(cp1252('<meta charset="windows-1252">'))).toEqual(wanted)
    expect(await texts(cp1252('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'))).toEqual(wanted)
    const silent = await extractText(cp1252(''), 'report.html')
    expect(silent.blocks.map(({ text }) => text)).toEqual(wanted)
    expect(silent.warnings).toEqual([expect.stringMatching(/read as Windows-1252/)])
  })

  it('that nests without end is read and does not end the program', async () => {
    const deep = page(`${'<div><b>'.repeat(20_000)}<p>Words.</p>`)
    expect(await texts(deep)).toEqual(['Words.'])
  })
})

describe('a web archive', () => {
  const archive = (encoding: string, body: string): string =>
    [
      'From: <Saved by Blink>',
      'Subject: Testshire',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html"; boundary="--x"',
      '',
      '',
      '----x',
      'Content-Type: text/html; charset=utf-8',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      '',
      '----x',
      'Content-Type: text/css',
      'Content-Transfer-Encoding: 8bit',
      '',
      'p { color: red }',
      '',
      '----x--',
    ].join('\r\n')

  it.each([
    ['quoted-printable', '<!doctype html><html><body><p class=3D"a">Children=E2=80=99s workers are=\r\n kind.</p></body></html>'],
    ['base64', Buffer.from(page('<p>Children’s workers are kind.</p>')).toString('base64')],
    ['8bit', page('<p>Children’s workers are kind.</p>')],
  ])('in %s is read as the page in it', async (encoding, body) => {
    for (const name of ['page.mht', 'page.mhtml', 'page.txt'])
      expect(await texts(archive(encoding, body), name)).toEqual(['Children’s workers are kind.'])
  })
})
