/** Writes small PDFs by hand, tagged or not: what a test needs to see, and nothing else. */

/**
 * One stretch of text on a page; `tag` is its path in the structure tree, "Artifact" marks page furniture, `turn` its
 * direction in degrees.
 */
export type Line = { text: string; x?: number; y: number; size?: number; bold?: boolean; tag?: string; turn?: number }

const WIN_ANSI: Record<string, string> = { '•': '\x95', '’': '\x92', '–': '\x96' }
const literal = (text: string): string => `(${text.replace(/[•’–]/g, (c) => WIN_ANSI[c] ?? c).replace(/[\\()]/g, '\\$&')})`

function matrixOf({ x = 72, y, turn = 0 }: Line): string {
  const [cos, sin] = [Math.cos, Math.sin].map((of) => of((turn * Math.PI) / 180).toFixed(4))
  return `${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y}`
}

/**
 * A PDF of pages of lines. Lines with a `tag` such as "L/LI/LBody#2" are tagged; what follows "#" tells elements of the
 * same path apart, and lines of the same tag are one element.
 */
export function makePdf(pages: Line[][], { encrypted = false } = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const reserve = (): number => objects.push('')
  const catalog = reserve()
  const tree = reserve()
  const root = reserve()
  const plain = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const bold = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>')
  const tagged = pages.flat().some(({ tag }) => tag && tag !== 'Artifact')
  const parents: string[] = []
  const top: number[] = []

  const kids = pages.map((lines, index) => {
    const page = reserve()
    const elements: { tag: string; marks: number[] }[] = []
    let mark = 0
    const content = lines.map((line) => {
      const show = `BT /${line.bold ? 'B' : 'F'} ${line.size ?? 12} Tf ${matrixOf(line)} Tm ${literal(line.text)} Tj ET`
      if (line.tag === 'Artifact') return `/Artifact BMC ${show} EMC`
      if (!line.tag) return show
      const element = elements.find(({ tag }) => tag === line.tag)
      if (element) element.marks.push(mark)
      else elements.push({ tag: line.tag, marks: [mark] })
      return `/P << /MCID ${mark++} >> BDC ${show} EMC`
    })
    const stream = content.join('\n')
    const text = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
    const owners: number[] = []
    // an element's own path, with the row of cells that share a path before "|" kept together
    const nodes = new Map<string, { id: number; role: string; kids: string[]; parent: number }>()
    for (const { tag, marks } of elements) {
      let parent = root
      const steps = tag.split('/')
      steps.forEach((step, depth) => {
        const path = steps.slice(0, depth + 1).join('/')
        let node = nodes.get(path)
        if (!node) {
          node = { id: reserve(), role: step.replace(/#.*/, ''), kids: [], parent }
          nodes.set(path, node)
          const above = nodes.get(steps.slice(0, depth).join('/'))
          if (above) above.kids.push(`${node.id} 0 R`)
          else top.push(node.id)
        }
        parent = node.id
      })
      const leaf = nodes.get(tag)
      for (const own of marks) {
        leaf?.kids.push(String(own))
        owners[own] = leaf?.id ?? root
      }
    }
    for (const { id, role, kids: own, parent } of nodes.values())
      objects[id - 1] = `<< /Type /StructElem /S /${role} /P ${parent} 0 R /Pg ${page} 0 R /K [${own.join(' ')}] >>`
    parents.push(`${index} [${owners.map((id) => `${id} 0 R`).join(' ')}]`)
    objects[page - 1] =
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${text} 0 R /StructParents ${index} /Resources << /Font << /F ${plain} 0 R /B ${bold} 0 R >> >> >>`
    return page
  })
  objects[tree - 1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] >>`
  const parentTree = add(`<< /Nums [${parents.join(' ')}] >>`)
  objects[root - 1] = `<< /Type /StructTreeRoot /K [${top.map((id) => `${id} 0 R`).join(' ')}] /ParentTree ${parentTree} 0 R >>`
  objects[catalog - 1] =
    `<< /Type /Catalog /Pages ${tree} 0 R ${tagged ? `/StructTreeRoot ${root} 0 R /MarkInfo << /Marked true >>` : ''} >>`
  return bytesOf(objects, catalog, encrypted)
}

function bytesOf(objects: string[], catalog: number, encrypted: boolean): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = file.length
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const key = '00'.repeat(32)
  const lock = encrypted ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]` : ''
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${objects.length + 1} /Root ${catalog} 0 R ${lock} >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}
