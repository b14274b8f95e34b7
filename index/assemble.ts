/** Marked blocks + facts → the report model: sections, passages with ids, judgements, recommendations, health. */
import type { MarkedBlock, Role } from './formats.ts'
import { areaStatedIn, gradeIn, gradeOf, scrambledRow } from './judgements.ts'
import type { Health, Judgement, Passage, Recommendation, Section, SourceText } from './report.ts'
import { passagesOf } from './report.ts'
import { sentences } from './sentences.ts'

const EVIDENCE: ReadonlySet<Role> = new Set(['body', 'judgement', 'grade', 'fact'])
const DEADLINE = /^(?:Within|By|Immediately)\b.{0,40}:$/
const ODD = /[\ufffd\u0000-\u0008\u000b-\u001f\u007f-\u009f\ue000-\uf8ff]/gu

type Assembled = { sections: Section[]; judgements: Judgement[]; recommendations: Recommendation[]; health: Health }

/** `id` is the report's, the first part of every passage's id. Blocks keep their order. */
export function assemble(id: string, source: SourceText, blocks: MarkedBlock[]): Assembled {
  const nextId = idMaker(id)
  const sections: Section[] = [{ id: `${id}.h0`, heading: null, path: [], part: null, paragraphs: [] }]
  const outline: { level: number; text: string }[] = []
  const marks = new Map<Passage, MarkedBlock>()

  for (const block of blocks) {
    const isHeading = block.role === 'heading'
    const passage = passageOf(block, isHeading, nextId)
    marks.set(passage, block)
    if (!isHeading) {
      sections.at(-1)?.paragraphs.push(passage)
      continue
    }
    const level = block.level || 2
    while (outline.length > 0 && (outline.at(-1)?.level ?? 0) >= level) outline.pop()
    sections.push({ id: passage.id, heading: passage, path: outline.map(({ text }) => text), part: block.part, paragraphs: [] })
    outline.push({ level, text: block.text })
  }
  const kept = sections.filter((section) => section.heading || section.paragraphs.length > 0)
  return {
    sections: kept,
    judgements: judgementsOf(kept, marks),
    recommendations: recommendationsOf(kept),
    health: healthOf(kept, source),
  }
}

/** Ids that a reader can guess: p14 is the paragraph printed as 14; u, i, r and h count what has no number. */
function idMaker(report: string): (block: MarkedBlock, heading: boolean) => string {
  const seen = new Map<string, number>()
  return (block, heading) => {
    const letter = heading ? 'h' : block.kind === 'item' ? 'i' : block.kind === 'row' ? 'r' : 'u'
    if (block.number && letter === 'u') {
      const times = (seen.get(`p${block.number}`) ?? 0) + 1
      seen.set(`p${block.number}`, times)
      return `${report}.p${block.number}${times > 1 ? `-${times}` : ''}`
    }
    const count = (seen.get(letter) ?? 0) + 1
    seen.set(letter, count)
    return `${report}.${letter}${count}`
  }
}

function passageOf(block: MarkedBlock, heading: boolean, nextId: ReturnType<typeof idMaker>): Passage {
  const id = nextId(block, heading)
  const whole = heading || block.kind === 'row'
  const spans = whole ? [{ start: 0, end: block.text.length }] : sentences(block.text)
  return {
    id,
    kind: heading ? 'heading' : block.kind === 'heading' ? 'text' : block.kind,
    text: block.text,
    sentences: spans.map((span, i) => ({ id: `${id}.s${i + 1}`, ...span })),
    number: block.number,
    level: block.level,
    marker: block.marker,
    page: block.page,
    speaker: block.speaker,
    // a heading is evidence only where it states a grade: "… is good"
    evidence: heading ? block.judges !== undefined || statesGrade(block.text) : EVIDENCE.has(block.role),
  }
}

const statesGrade = (heading: string): boolean =>
  (areaStatedIn(heading) !== null && gradeIn(heading) !== null) || /Grade \d \(\w+\)$/.test(heading)

function judgementsOf(sections: Section[], marks: Map<Passage, MarkedBlock>): Judgement[] {
  const judged = new Set<string>()
  return sections.flatMap(passagesOf).flatMap((passage) => {
    const block = marks.get(passage)
    const found = block && judgementOf(block)
    // a heading states a judgement of its own only where no table or sentence before it has done so
    if (!block || !found || (block.role === 'heading' && judged.has(`${block.part} ${found.area}`))) return []
    judged.add(`${block.part} ${found.area}`)
    const { area, grade, point } = found
    const statedIn = statementOf(area, block.part, sections, marks)
    return [
      {
        ...{ area, part: block.part, grade, point, verbatim: passage.text, passageId: passage.id },
        statedIn: statedIn && statedIn !== passage ? statedIn.id : null,
      },
    ]
  })
}

/** The judgement that a block is there to state; null for all other blocks. */
function judgementOf(block: MarkedBlock): MarkedBlock['judges'] | null {
  if (block.judges || block.role !== 'judgement') return block.judges ?? null
  const cells = block.cells ?? []
  const cell = cells.length > 1 ? gradeOf(cells.at(-1) ?? '') : null
  return cell ? { area: cells[0] ?? '', ...cell } : scrambledRow(block.text)
}

/** The heading that states a judgement ("… is good"), or the grade line under the heading of its name. */
function statementOf(area: string, part: string | null, sections: Section[], marks: Map<Passage, MarkedBlock>): Passage | null {
  const key = area.toLowerCase().replace(/:.*/, '')
  for (const { heading, paragraphs, part: own } of sections) {
    if (!heading || own !== part) continue
    if (marks.get(heading)?.judges?.area === area) return heading
    if (!heading.text.toLowerCase().startsWith(key)) continue
    if (heading.evidence) return heading
    const line = paragraphs[0]
    if (line && /^Grade \d \(/.test(line.text)) return line
  }
  return null
}

function recommendationsOf(sections: Section[]): Recommendation[] {
  return sections.flatMap(({ paragraphs, part }) => {
    let deadline: string | null = null
    const list: Recommendation[] = []
    for (const passage of paragraphs) {
      if (DEADLINE.test(passage.text)) deadline = passage.text.slice(0, -1)
      if (passage.speaker.voice !== 'recommendation') continue
      const parent = list.at(-1)
      // a sub-bullet belongs to its bullet
      if (passage.level > 0 && parent) parent.text += ` ${passage.text}`
      else list.push({ text: passage.text, part, deadline, passageId: passage.id })
    }
    return list
  })
}

function healthOf(sections: Section[], source: SourceText): Health {
  const passages = sections.flatMap(({ paragraphs }) => paragraphs)
  const numbers = passages.flatMap(({ number }) => (number ? [Number(number)] : []))
  const found = new Set(numbers)
  const last = Math.max(0, ...numbers)
  const tables = source.blocks.filter((block, i) => block.kind === 'row' && source.blocks[i - 1]?.kind !== 'row').length
  return {
    sections: sections.length,
    paragraphs: passages.filter(({ kind }) => kind === 'text').length,
    sentences: passages.reduce((sum, passage) => sum + passage.sentences.length, 0),
    items: passages.filter(({ kind }) => kind === 'item').length,
    numbersFound: numbers.length,
    numbersLost: Array.from({ length: last }, (_, i) => i + 1).filter((n) => !found.has(n)),
    tables,
    oddCharacters: source.blocks.reduce((sum, { text }) => sum + (text.match(ODD)?.length ?? 0), 0),
  }
}
