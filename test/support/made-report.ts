/** Small inspection reports made up for tests: a judgement table, some sentences and a list of what to improve. */
import { createHash } from 'node:crypto'
import { authorityCalled } from '../../index/library/authorities.ts'
import type { Judgement, Passage, Report, Speaker } from '../../index/model/report.ts'
import { sentences } from '../../index/model/sentences.ts'
import { slugOf } from '../../index/model/slug.ts'

export type Made = {
  authority: string
  /** ISO day of the inspection. */
  day: string
  overall: Judgement['grade']
  kind?: Report['kind']
  findings?: string[]
  improve?: string[]
}

const OFSTED = (voice: Speaker['voice']): Speaker => ({ name: 'Ofsted', voice, reason: 'made up' })
const POINTS: Record<string, Judgement['point']> = { Outstanding: 1, Good: 2, Adequate: 3, Inadequate: 4 }

export function madeReport({ authority, day, overall, kind = 'ilacs_inspection', findings = [], improve = [] }: Made): Report {
  const source = `${authority}-${day}.pdf`
  const facts = {
    title: `Inspection of ${authority} children’s services`,
    authority,
    council: authorityCalled(authority)?.council ?? null,
    urn: null,
    publisher: 'Ofsted',
    kind,
    framework: null,
    inspected: { from: day, to: day },
    published: null,
    leadInspector: null,
    inspectors: [],
    reference: null,
    licence: { name: null, sentence: null, copyright: null },
    years: [Number(day.slice(0, 4))],
    scale: overall === 'Adequate' ? ('adequate' as const) : ('requiresImprovement' as const),
  }
  const id = slugOf({ ...facts, source })
  const passage = (key: string, kindOf: Passage['kind'], text: string, voice: Speaker['voice']): Passage => ({
    id: `${id}.${key}`,
    kind: kindOf,
    text,
    sentences: sentences(text).map(({ start, end }, i) => ({ id: `${id}.${key}.s${i + 1}`, start, end })),
    number: null,
    level: 0,
    marker: null,
    page: null,
    speaker: OFSTED(voice),
    evidence: true,
  })
  const row = passage('r1', 'row', `Overall effectiveness ${overall}`, 'judgement')
  const items = improve.map((text, i) => passage(`i${i + 1}`, 'item', text, 'recommendation'))
  const texts = findings.map((text, i) => passage(`u${i + 1}`, 'text', text, 'finding'))
  const section = (key: string, heading: string, paragraphs: Passage[]) => ({
    id: `${id}.${key}`,
    heading: passage(key, 'heading', heading, 'finding'),
    path: [],
    part: null,
    paragraphs,
  })
  return {
    ...facts,
    id,
    source,
    sha256: createHash('sha256').update(`${source} ${overall}`).digest('hex'),
    pages: null,
    provenance: {},
    sections: [section('h1', 'Judgements', [row]), section('h2', 'What needs to improve', items), section('h3', 'Findings', texts)],
    judgements:
      kind === 'focused_visit'
        ? []
        : [
            {
              area: 'Overall effectiveness',
              part: null,
              grade: overall,
              point: POINTS[overall] ?? 3,
              verbatim: row.text,
              passageId: row.id,
              statedIn: null,
            },
          ],
    recommendations: items.map(({ id: passageId, text }) => ({ text, part: null, deadline: null, passageId })),
    health: {
      sections: 3,
      paragraphs: texts.length,
      sentences: texts.length,
      items: items.length,
      numbersFound: 0,
      numbersLost: [],
      tables: 1,
      oddCharacters: 0,
    },
    facts: [],
    councilFound: { confidence: 1, open: null, evidence: [] },
    alsoIn: [],
  }
}
