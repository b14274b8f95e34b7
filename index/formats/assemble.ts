/** Marked blocks + facts → the report model: sections, passages with ids, judgements, recommendations, health. */

import { areaStatedIn, beforeGrade, gradeIn, gradeOf, isGradeLine, scrambledRow } from '../model/judgements.ts'
import type { Health, Judgement, Passage, PrintedFact, Recommendation, Section, Speaker } from '../model/report.ts'
import { passagesOf } from '../model/report.ts'
import { sentences } from '../model/sentences.ts'
import type { MarkedBlock, Role } from './format.ts'
import { healthOf } from './health.ts'
import { printedFacts } from './printed-facts.ts'

const EVIDENCE: ReadonlySet<Role> = new Set(['body', 'judgement', 'grade', 'fact'])
const DEADLINE = /^(?:Within|By|Immediately)\b.{0,40}:$/

type Assembled = { sections: Section[]; judgements: Judgement[]; recommendations: Recommendation[]; facts: PrintedFact[]; health: Health }

/** `id` is the report's, the first part of every passage's id. Blocks keep their order. */
export function assemble(id: string, blocks: MarkedBlock[]): Assembled {
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
  const tabled = judgementsOf(kept, marks)
  return {
    sections: kept,
    judgements: tabled.length > 0 ? tabled : gradedHeadings(kept),
    recommendations: recommendationsOf(kept),
    facts: printedFacts(kept),
    health: healthOf(kept),
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

/** Letters of a font's own, and what stands for letters without meaning: words that cannot be read are not quoted as if they could. */
const UNREADABLE = /[\ue000-\uf8ff\ufffd]/u

function passageOf(block: MarkedBlock, heading: boolean, nextId: ReturnType<typeof idMaker>): Passage {
  const id = nextId(block, heading)
  const whole = heading || block.kind === 'row'
  const spans = whole ? [{ start: 0, end: block.text.length }] : sentences(block.text)
  return {
    id,
    kind: heading ? 'heading' : block.kind === 'heading' ? 'text' : block.kind,
    text: block.text,
    sentences: spans.map((span, i) => ({ id: `${id}.s${i + 1}`, ...span, ...otherSpeaker(block, i) })),
    number: block.number,
    level: block.level,
    marker: block.marker,
    page: block.page,
    speaker: block.speaker,
    // a heading is evidence only where it states a grade: "… is good"
    evidence: !UNREADABLE.test(block.text) && (heading ? block.judges !== undefined || statesGrade(block.text) : EVIDENCE.has(block.role)),
  }
}

const otherSpeaker = ({ speaker, speakers }: MarkedBlock, sentence: number): { speaker?: Speaker } => {
  const own = speakers?.[sentence]
  return own && own !== speaker ? { speaker: own } : {}
}

const statesGrade = (heading: string): boolean =>
  (areaStatedIn(heading) !== null && gradeIn(heading) !== null) || beforeGrade(heading) !== null

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
  if (key === 'overall effectiveness' && part === null) return overallSentence(sections)
  for (const { heading, paragraphs, part: own } of sections) {
    if (!heading || own !== part) continue
    if (marks.get(heading)?.judges?.area === area) return heading
    const name = heading.text.toLowerCase()
    // "Children … are safe: …" in the table, "The effectiveness … that children … are safe Grade 3 (Adequate)" above the text
    if (beforeGrade(name)?.endsWith(key)) return heading
    if (!name.startsWith(key)) continue
    if (heading.evidence) return heading
    const line = paragraphs[0]
    if (line && isGradeLine(line.text)) return line
  }
  return null
}

/** "Children’s services in Staffordshire are good." opens the summary of many reports. */
const overallSentence = (sections: Section[]): Passage | null =>
  sections
    .flatMap(({ paragraphs }) => paragraphs)
    .find(({ text, evidence, sentences: [first] }) => {
      const opening = text.slice(0, first?.end ?? 0)
      return evidence && /^Children[’']s services in [^,]+ (are|is|require)\b/i.test(opening) && gradeIn(opening.slice(0, -1)) !== null
    }) ?? null

/** Grades that stand only under or in their headings, where the table of judgements is missing. */
function gradedHeadings(sections: Section[]): Judgement[] {
  return sections.flatMap(({ heading, paragraphs, part }) => {
    if (!heading) return []
    const inHeading = beforeGrade(heading.text)
    const line = inHeading ? heading : paragraphs[0]
    const grade = line && (inHeading || isGradeLine(line.text)) ? gradeIn(line.text) : null
    if (!line || !grade) return []
    const { grade: name, point } = grade
    return [{ area: inHeading ?? heading.text, part, grade: name, point, verbatim: line.text, passageId: line.id, statedIn: null }]
  })
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
