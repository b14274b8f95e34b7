/**
 * The XML of a Word document, put into words that mammoth knows: it passes over simple fields, text boxes of today's Word and
 * equations, and what stands in them would be lost. Only tags are changed and hidden runs left out; no word is.
 */

/** Elements that only hold runs, which mammoth does not know, under the name of one that it reads through. */
const THROUGH = 'smartTag'
const HOLDERS = ['fldSimple', 'dir', 'bdo', 'subDoc']

/** Parts of a document that hold words where no text stands: what they are called for the reader. */
const ELSEWHERE: [RegExp, string][] = [
  [/<w:altChunk\b/, 'another file set into it'],
  [/\buri="[^"]*\/diagram"/, 'the words of a diagram (SmartArt)'],
  [/\buri="[^"]*\/chart"/, 'the words of a chart'],
  [/<o:OLEObject\b/, 'an embedded object, such as a sheet of figures'],
]

export type WordXml = { xml: string; unread: string[] }

/** `unread` names what holds words that nothing here can read; `hidden` are the character styles whose words Word does not print. */
export function readableXml(xml: string, hidden: ReadonlySet<string> = new Set()): WordXml {
  const own = withUsualPrefix(xml)
  const unread = ELSEWHERE.flatMap(([pattern, name]) => (pattern.test(own) ? [name] : []))
  const steps = [withTextBoxesOnly, (text: string) => withoutHidden(text, hidden), withoutInstructions, withHolders, withEquations]
  return { xml: steps.reduce((text, step) => step(text), withRicherAlternatives(own)), unread }
}

/** Prefixes are the writer's choice; all but a few write "w". */
function withUsualPrefix(xml: string): string {
  const prefix =
    /xmlns:([\w-]+)="http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\/(?:2006\/)?main"/.exec(xml)?.[1]
  if (!prefix || prefix === 'w' || xml.includes('xmlns:w=')) return xml
  return xml
    .replace(`xmlns:${prefix}=`, 'xmlns:w=')
    .replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1w:')
    .replace(new RegExp(`(\\s)${prefix}:(?=[\\w-]+=")`, 'g'), '$1w:')
}

const holders = new RegExp(`<(/?)w:(?:${HOLDERS.join('|')})(?=[\\s/>])`, 'g')
/** Breaks of a page or column part words as those of a line do; a box to tick is the sign that is printed for it. */
const withHolders = (xml: string): string =>
  xml
    .replace(holders, `<$1w:${THROUGH}`)
    .replace(/<w:(?:cr|br)(?=[\s/>])[^<>]*\/>/g, '<w:br/>')
    .replace(/<w14:checkbox(?=[\s>])[\s\S]*?<\/w14:checkbox>/g, '')

type Element = { name: string; start: number; inner: number; end: number; close: number }

/** The elements of these names, outermost last. `[start, close)` with their tags, `[inner, end)` without. */
function elementsOf(xml: string, names: string): Element[] {
  const tag = new RegExp(`<(/?)(${names})(?=[\\s/>])[^<>]*?(/?)>`, 'g')
  const open: Element[] = []
  const found: Element[] = []
  for (let match = tag.exec(xml); match; match = tag.exec(xml)) {
    const [whole, closing, name = '', empty] = match
    const after = match.index + whole.length
    if (empty) continue
    if (!closing) open.push({ name, start: match.index, inner: after, end: after, close: after })
    else {
      const last = open.pop()
      if (last) found.push({ ...last, end: match.index, close: after })
    }
  }
  return found
}

/** A text in which the given stretches are replaced; of nested ones the outermost counts. */
function replaced(xml: string, edits: { start: number; end: number; text: string }[]): string {
  let text = ''
  let at = 0
  for (const { start, end, text: own } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    text += xml.slice(at, start) + own
    at = end
  }
  return text + xml.slice(at)
}

/** mammoth reads what old programs are to show in place of something new; where only the new holds words, that is read. */
function withRicherAlternatives(xml: string): string {
  if (!xml.includes('<mc:AlternateContent')) return xml
  const parts = elementsOf(xml, 'mc:(?:AlternateContent|Choice|Fallback)')
  const edits = parts
    .filter(({ name }) => name === 'mc:AlternateContent')
    .flatMap((whole) => {
      const inside = parts.filter(({ start, close }) => start > whole.start && close < whole.close)
      const outer = inside.filter((part) => !inside.some((other) => other !== part && other.start < part.start && other.close > part.close))
      const words = (part: Element | undefined): number => (part ? wordsIn(xml.slice(part.inner, part.end)) : 0)
      const fallback = outer.find(({ name }) => name === 'mc:Fallback')
      const choice = outer.find(({ name, ...part }) => name === 'mc:Choice' && words({ name, ...part }) > words(fallback))
      if (!choice) return []
      return [{ start: whole.start, end: whole.close, text: xml.slice(choice.inner, choice.end) }]
    })
  return edits.length > 0 ? withRicherAlternatives(replaced(xml, edits)) : xml
}

const wordsIn = (xml: string): number => xml.match(/<w:t[\s>]/g)?.length ?? 0

/** Of a drawing only its text boxes: mammoth looks in drawings for pictures and in shapes for a few of their kinds. */
function withTextBoxesOnly(xml: string): string {
  if (!xml.includes('<w:txbxContent')) return xml
  const parts = elementsOf(xml, 'w:(?:drawing|pict|object|txbxContent)')
  const edits = parts
    .filter(({ name }) => name !== 'w:txbxContent')
    .flatMap(({ start, close }) => {
      const boxes = parts.filter((part) => part.name === 'w:txbxContent' && part.start > start && part.close < close)
      if (boxes.length === 0) return []
      const outer = boxes.filter((box) => !boxes.some((other) => other.start < box.start && other.close > box.close))
      return [{ start, end: close, text: `<w:pict>${outer.map((box) => xml.slice(box.start, box.close)).join('')}</w:pict>` }]
    })
  return replaced(xml, edits)
}

const HIDDEN = /<w:(?:vanish|webHidden|specVanish)(?:\s+w:val="(?:1|true|on)")?\s*\/>/

/** The character styles that hide words, by the style sheet of the document; styles that build on others are not followed. */
export const hiddenStyles = (styles: string): Set<string> =>
  new Set(
    Array.from(styles.matchAll(/<w:style\s[^<>]*w:styleId="([^"]+)"[^<>]*>([\s\S]*?)<\/w:style>/g)).flatMap(
      ([, id = '', properties = '']) => (HIDDEN.test(properties) ? [id] : []),
    ),
  )

/** Runs that Word does not print, since their own properties or their style say so. */
function withoutHidden(xml: string, hidden: ReadonlySet<string>): string {
  if (!HIDDEN.test(xml) && hidden.size === 0) return xml
  const isHidden = (properties: string): boolean =>
    HIDDEN.test(properties) || hidden.has(/<w:rStyle w:val="([^"]+)"/.exec(properties)?.[1] ?? '')
  const edits = elementsOf(xml, 'w:(?:r|rPr)')
    .filter(({ name }) => name === 'w:r')
    .flatMap(({ start, inner, close }) => {
      const properties = /^\s*<w:rPr>(.*?)<\/w:rPr>/s.exec(xml.slice(inner, Math.min(close, inner + LONGEST_PROPERTIES)))?.[1] ?? ''
      return isHidden(properties) && !xml.slice(inner, close).includes('<w:txbxContent') ? [{ start, end: close, text: '' }] : []
    })
  return replaced(xml, edits)
}

/** Of a field that is worked out from another one only the outcome is printed: what stands in its instruction is not. */
function withoutInstructions(xml: string): string {
  const open: boolean[] = []
  return xml.replace(
    /<w:fldChar\b[^<>]*w:fldCharType="(begin|separate|end)"[^<>]*>|(<w:t(?:\s[^<>]*)?>)[^<>]*(?=<\/w:t>)/g,
    (whole, mark, text) => {
      if (mark === 'begin') open.push(true)
      else if (mark === 'separate' && open.length > 0) open[open.length - 1] = false
      else if (mark === 'end') open.pop()
      else if (!mark && open.some(Boolean)) return text
      return whole
    },
  )
}

/** Characters: the properties of a run with everything set have some 1,500. */
const LONGEST_PROPERTIES = 4_000

/** An equation as the letters and signs that it is made of, in their order. */
function withEquations(xml: string): string {
  if (!xml.includes('<m:oMath')) return xml
  const edits = elementsOf(xml, 'm:oMath').map(({ start, inner, end, close }) => {
    const words = Array.from(xml.slice(inner, end).matchAll(/<m:t(?:\s[^<>]*)?>([^<>]*)<\/m:t>/g), ([, text = '']) => text).join(' ')
    return { start, end: close, text: `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>` }
  })
  return replaced(xml, edits).replace(/<(\/?)m:oMathPara(?=[\s/>])/g, `<$1w:${THROUGH}`)
}
