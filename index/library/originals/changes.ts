/** Two readings of one file → what a person would want to know of the difference, one line each. */
import { isDeepStrictEqual } from 'node:util'
import { diffArrays } from 'diff'
import { type Facts, type Judgement, type Passage, passagesOf, type Report } from '../../model/report.ts'
import { pack } from '../pack.ts'

/** True where both are the same byte for byte once stored. */
export const isSame = (before: Report, after: Report): boolean => JSON.stringify(pack(before)) === JSON.stringify(pack(after))

/** What is worth a line of its own beside the words. The rest follows from it. */
const FACTS: (keyof Facts)[] = [
  'title',
  'authority',
  'council',
  'urn',
  'publisher',
  'kind',
  'framework',
  'inspected',
  'published',
  'leadInspector',
  'inspectors',
  'reference',
  'licence',
  'years',
  'scale',
]

/** "- " before what is no longer read, "+ " before what is read now, "~ " before what is read otherwise. Empty only where both say the same. */
export function changesOf(before: Report, after: Report): string[] {
  const lines = [...factChanges(before, after), ...judgementChanges(before, after), ...passageChanges(before, after)]
  if (before.recommendations.length !== after.recommendations.length)
    lines.push(`~ recommendations: ${before.recommendations.length} → ${after.recommendations.length}`)
  if (!isDeepStrictEqual(before.health, after.health)) lines.push(...healthChanges(before, after))
  // ids, offsets or reasons alone: nothing that a reader sees, but not the same bytes
  return lines.length > 0 || isSame(before, after)
    ? lines
    : ['~ only what stands beside the words: ids, sentences, speakers or sources of facts']
}

const shown = (value: unknown): string =>
  value === null || value === '' ? 'not known' : typeof value === 'string' ? value : JSON.stringify(value)

const factChanges = (before: Report, after: Report): string[] =>
  FACTS.flatMap((key) => (isDeepStrictEqual(before[key], after[key]) ? [] : [`~ ${key}: ${shown(before[key])} → ${shown(after[key])}`]))

function judgementChanges(before: Report, after: Report): string[] {
  const named = ({ judgements }: Report): Map<string, Judgement> =>
    new Map(judgements.map((one) => [one.part ? `${one.part}, ${one.area}` : one.area, one]))
  const [old, now] = [named(before), named(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)]
    if (!is) return [`- judgement ${name}: ${was?.grade}`]
    if (!was) return [`+ judgement ${name}: ${is.grade}`]
    return was.grade === is.grade ? [] : [`~ judgement ${name}: ${was.grade} → ${is.grade}`]
  })
}

const healthChanges = ({ health: was }: Report, { health: is }: Report): string[] =>
  (['numbersLost', 'oddCharacters'] as const).flatMap((key) =>
    isDeepStrictEqual(was[key], is[key]) ? [] : [`~ ${key}: ${JSON.stringify(was[key])} → ${JSON.stringify(is[key])}`],
  )

function passageChanges(before: Report, after: Report): string[] {
  const [old, now] = [before, after].map((report) => report.sections.flatMap(passagesOf)) as [Passage[], Passage[]]
  const lines: string[] = []
  let [i, k] = [0, 0]
  for (const { added, removed, value } of diffArrays(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  )) {
    if (removed) lines.push(...old.slice(i, i + value.length).map((passage) => `- ${calledOf(passage)}${passage.text}`))
    else if (added) lines.push(...now.slice(k, k + value.length).map((passage) => `+ ${calledOf(passage)}${passage.text}`))
    else
      value.forEach((_, n) => {
        lines.push(...otherwise(old[i + n]!, now[k + n]!))
      })
    if (!added) i += value.length
    if (!removed) k += value.length
  }
  return lines
}

const calledOf = ({ kind, number }: Passage): string => (number ? `[${number}] ` : kind === 'text' ? '' : `[${kind}] `)

/** Passages of the same words: what else of them is read otherwise. */
function otherwise(was: Passage, is: Passage): string[] {
  const pairs: [string, string | number | null, string | number | null][] = [
    ['kind', was.kind, is.kind],
    ['number', was.number, is.number],
    ['level', was.level, is.level],
    ['page', was.page?.pdf ?? null, is.page?.pdf ?? null],
    ['printed page', was.page?.printed ?? null, is.page?.printed ?? null],
    ['speaker', `${was.speaker.name}, ${was.speaker.voice}`, `${is.speaker.name}, ${is.speaker.voice}`],
    ['evidence', was.evidence ? 'yes' : 'no', is.evidence ? 'yes' : 'no'],
    ['sentences', was.sentences.length, is.sentences.length],
  ]
  const differing = pairs.filter(([, a, b]) => a !== b)
  return differing.length === 0
    ? []
    : [`~ ${differing.map(([name, a, b]) => `${name} ${a ?? 'none'} → ${b ?? 'none'}`).join('; ')}: ${is.text}`]
}
