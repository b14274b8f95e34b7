/** The HTML that mammoth makes of a Word document → text with Markdown's block quotes and footnotes, which `verify` reads. */

const TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/g
const NOTE_LINK = /href="#(?:foot|end)note-(\d+)"/
const NOTE_ID = /id="(foot|end)note-(\d+)"/
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const BREAKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'td', 'th', 'table', 'blockquote'])

/** mammoth numbers the footnotes in order; those numbers name them here too. */
export function htmlToDraft(html: string): string {
  const paragraphs: string[] = []
  let line = ''
  let quoted = 0
  let indented = false
  let note: string | null = null
  let skipping: string | null = null
  const flush = (): void => {
    const text = line.replace(/[^\S\n]+/g, ' ').trim()
    line = ''
    if (!text) return
    if (note) paragraphs.push(`[^${note}]: ${text.replaceAll('\n', ' ')}`)
    else paragraphs.push(quoted > 0 ? text.replace(/^/gm, '> ') : indented ? text.replace(/^/gm, '    ') : text)
    // Its further paragraphs are part of the text, the citation stands in the first.
    note = null
  }
  let at = 0
  for (const match of html.matchAll(TAG)) {
    if (!skipping) line += decoded(html.slice(at, match.index))
    at = match.index + match[0].length
    const [, closing, name = '', rest = ''] = match
    if (name === 'br') line += '\n'
    if (name === 'a' && !closing) {
      const link = NOTE_LINK.exec(rest)
      if (link) line += `[^${link[1]}]`
      // The mark itself, "[1]", and the arrow back from the note are no words of the draft.
      if (link || rest.includes('note-ref-')) skipping = 'a'
    } else if (name === 'a') skipping = null
    if (!BREAKS.has(name)) continue
    flush()
    if (name === 'p') indented = !closing && rest.includes('class="indented"')
    if (name === 'blockquote') quoted += closing ? -1 : 1
    if (name === 'li' && !closing) note = NOTE_ID.exec(rest)?.[2] ?? null
  }
  line += decoded(html.slice(at))
  flush()
  return paragraphs.join('\n\n')
}

const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
