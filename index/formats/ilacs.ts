/** Inspections of local authority children's services, since 2018: judgement table, "What needs to improve", three parts. */

import { areaStatedIn, gradeIn, gradeOf, scrambledRow } from '../model/judgements.ts'
import type { Block, Facts, Speaker } from '../model/report.ts'
import { isAboutOfsted, isBoilerplate } from './boilerplate.ts'
import { datesOfVisits, labelled, licenceOf } from './facts.ts'
import type { Format, MarkedBlock, Role } from './format.ts'
import { BOILERPLATE, FINDING, FOOTNOTE, GRADE_HEADING, GRADE_ROW, HEAD_FACT, TABLE_HEAD, TITLE, TO_IMPROVE } from './speakers.ts'

const IMPROVE_HEADING = /^What (does the local authority|needs|need) .{0,20}improve/i

const rowOf = (block: Block): { area: string; grade: string } | null => {
  const grade = block.cells && gradeOf(block.cells.at(-1) ?? '')
  if (block.cells && grade && block.cells.length > 1) return { area: block.cells[0] ?? '', grade: grade.grade }
  return scrambledRow(block.text)
}

export const ilacs: Format = {
  name: 'ilacs',
  matches: ({ blocks }) =>
    blocks.some(({ text }) => areaStatedIn(text) && areaStatedIn(text) !== 'Overall effectiveness') &&
    blocks.some((block) => rowOf(block)?.area === 'Overall effectiveness'),

  read({ blocks }) {
    const table = blocks.findIndex((block) => rowOf(block))
    const about = blocks.findLastIndex(({ text }) => isAboutOfsted(text) && text.startsWith('The Office for Standards'))
    const end = about < 0 ? blocks.length : about
    let improving = false
    const marked = blocks.map((block, i): MarkedBlock => {
      const as = (role: Role, speaker: Speaker, kind = block.kind): MarkedBlock => ({ ...block, kind, role, part: null, speaker })
      if (i >= end || isBoilerplate(block.text)) return as('furniture', BOILERPLATE, 'text')
      if (i < 8 && rowOf(block)) return as('judgement', GRADE_ROW, 'row')
      if (/^Judgement Grade$/i.test(block.text)) return as('contents', TABLE_HEAD, 'row')
      if (i < table && block.kind === 'heading') return as('title', TITLE)
      if (i < table) return as('fact', HEAD_FACT)
      if (rowOf(block) && block.kind === 'row') return as('judgement', GRADE_ROW, 'row')
      if (block.kind === 'heading') {
        improving = IMPROVE_HEADING.test(block.text)
        return as('heading', areaStatedIn(block.text) && gradeIn(block.text) ? GRADE_HEADING : FINDING)
      }
      if (/^[¹²³⁴-⁹]/.test(block.text)) return as('footnote', FOOTNOTE)
      return as('body', improving && block.kind === 'item' ? TO_IMPROVE : FINDING)
    })
    return { facts: factsOf(blocks, marked), blocks: marked }
  },
}

function factsOf(blocks: Block[], marked: MarkedBlock[]): Partial<Facts> {
  const titles = marked.filter((block) => block.role === 'title').map(({ text }) => text)
  const dates = labelled(blocks, /Inspection dates?:/i)
  const lead = labelled(blocks, /Lead inspectors?:/i)
  // until 2021 the cover prints the authority above "Inspection of …"; since then within it
  const named = titles.flatMap((title) => /^Inspection of (?:the )?(.+?) local authority children[’']s services/i.exec(title)?.[1] ?? [])[0]
  const subject = titles.findIndex((title) => /^Inspection of /i.test(title))
  const printed = named ?? titles[subject - 1] ?? null
  const council = printed && /\b(Council|Borough|Corporation)\b/.test(printed) ? printed : null
  return {
    kind: 'ilacs_inspection',
    publisher: 'Ofsted',
    scale: 'requiresImprovement',
    licence: licenceOf(blocks),
    ...(titles.length > 0 && { title: titles.join(': ') }),
    ...(council && { council }),
    ...(printed && !council && { authority: printed }),
    ...(dates && { inspected: datesOfVisits(dates) }),
    ...(lead && { leadInspector: lead }),
  }
}
