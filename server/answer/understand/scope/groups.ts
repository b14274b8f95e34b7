/** Groups of councils that a question names: by latest overall grade ("good authorities"), by region ("in London"), by kind ("county councils"). */

import { AUTHORITIES, authorityCalled } from '../../../../index/library/authorities.ts'
import type { Report } from '../../../../index/model/report.ts'
import type { Token } from '../../../../index/text/analyzer.ts'
import { lastDay } from '../../days.ts'
import { GRADE_NAMES, type GradeName, gradeName, latestGrades } from '../../grades.ts'
import type { CouncilKind, Group, Members } from '../../question.ts'
import { count, joinWords } from '../../wording.ts'

const TYPE_OF: Record<CouncilKind, string> = {
  'county councils': 'county',
  'London boroughs': 'london borough',
  'unitary authorities': 'unitary',
  'metropolitan boroughs': 'metropolitan',
}

const GRADE = `(?:outstanding|good|inadequate|adequate|requir(?:es?|ing)[- ]improvement(?: to be good)?)`
const GRADES = `${GRADE}(?:(?:,| or| and|, or|, and) ${GRADE})*`
const COUNCILS = `(?:councils?|(?:local )?authorit(?:y|ies)|boroughs?)`
/** What may stand between a grade and its councils: "good London boroughs", "inadequate county councils". */
const BETWEEN = `(?:[- ](?:rated|graded|judged))?(?: (?:greater )?london| county| unitary| metropolitan)?`

/** "good authorities", "all the inadequate councils". */
const BEFORE = new RegExp(String.raw`\b(${GRADES})${BETWEEN} ${COUNCILS}\b`, 'i')
/** "councils rated good", "which councils are inadequate?". What they were is history, and no group of today. */
const AFTER = new RegExp(
  String.raw`\b${COUNCILS} (?:(?:that|which|who) )?(?:(?:are )?(?:now |currently )?(?:rated|judged|graded)(?: as)?|are(?: now| currently)?|(?=requir)) ?(${GRADES})(?=[?.!,;:]|$| (?:in|across|and|say|do|handle|with|since)\b)`,
  'i',
)

const REGIONS: [string, string[]][] = [
  ['(?:greater )?london', ['London']],
  ['north[- ]east(?: of)?(?: england)?', ['North East']],
  ['north[- ]west(?: of)?(?: england)?', ['North West']],
  ['south[- ]east(?: of)?(?: england)?', ['South East']],
  ['south[- ]west(?: of)?(?: england)?', ['South West']],
  ['east of england|eastern region', ['East of England']],
  ['east midlands', ['East Midlands']],
  ['west midlands', ['West Midlands']],
  ['midlands', ['East Midlands', 'West Midlands']],
  ['yorkshire(?: (?:and|&)(?: the)? humber)?', ['Yorkshire and The Humber']],
]
/** "in the south west of the county" and "in South West London" are no regions of England. */
const IN_REGION = (name: string): RegExp =>
  new RegExp(String.raw`\b(?:in|across|from|of|for|within|throughout|around) (?:the )?(?:${name})\b(?! (?:of|london|${COUNCILS})\b)`, 'i')
const OF_REGION = (name: string): RegExp =>
  new RegExp(String.raw`\b(?:${name})(?:['’]s)?(?: region| county| unitary| metropolitan| local)? (?=${COUNCILS}\b|region\b)`, 'i')

const KINDS: [RegExp, CouncilKind][] = [
  [/\bcounty councils\b|\b(?:shire )?counties\b/i, 'county councils'],
  [/\blondon boroughs\b/i, 'London boroughs'],
  [/\bunitary (?:councils|authorities)\b|\bunitaries\b/i, 'unitary authorities'],
  [/\bmetropolitan (?:councils|authorities|boroughs|districts)\b/i, 'metropolitan boroughs'],
]

/** A question without the grade that only says which councils are meant. */
export const withoutGrade = (text: string): string => text.replace(BEFORE, 'councils').replace(AFTER, 'councils')

/** The group that a question names, with the numbers of the tokens that name it; null where it names none. */
export function groupIn(text: string, tokens: Token[]): { group: Group; used: number[] } | null {
  const group: Group = { grades: [], regions: [], kinds: [] }
  const used = new Set<number>()
  const take = (found: RegExpExecArray | null): boolean => {
    if (!found) return false
    const end = found.index + found[0].length
    tokens.forEach((token, at) => {
      if (token.start >= found.index && token.end <= end) used.add(at)
    })
    return true
  }
  const graded = BEFORE.exec(text) ?? AFTER.exec(text)
  if (take(graded)) group.grades = gradesNamed(graded?.[1] ?? '')
  for (const [pattern, kind] of KINDS) if (take(pattern.exec(text))) group.kinds.push(kind)
  for (const [name, regions] of REGIONS) {
    if (group.regions.length > 0) break
    if (take(IN_REGION(name).exec(text)) || take(OF_REGION(name).exec(text))) group.regions.push(...regions)
  }
  if (group.kinds.includes('London boroughs')) group.regions = []
  return used.size > 0 ? { group, used: [...used] } : null
}

const gradesNamed = (words: string): GradeName[] => {
  const named = words.toLowerCase().split(/,? or |,? and |, /)
  return GRADE_NAMES.filter((grade) =>
    named.some((word) =>
      word
        .replace(/^requir\w+/, 'requires')
        .replace('-', ' ')
        .startsWith(grade.toLowerCase()),
    ),
  )
}

const inPlace = ({ regions, kinds }: Group): ((report: Report) => boolean) => {
  const types = kinds.map((kind) => TYPE_OF[kind])
  return ({ authority }) => {
    const known = authority ? authorityCalled(authority) : null
    if (!authority) return false
    return (regions.length === 0 || regions.includes(known?.region ?? '')) && (types.length === 0 || types.includes(known?.type ?? ''))
  }
}

/**
 * The reports of a group's councils. Where a grade is asked for: from each council whose latest overall grade it is, the
 * inspection that gave it and what came after, since an older report tells of another time. Two parts of one report have
 * to have the grade both. `timed`: the reports are only those of years that were named.
 */
export function membersOf(group: Group, reports: Report[], timed = false): Members {
  const there = reports.filter(inPlace(group))
  const latest = latestGrades(there).filter(({ overall }) => overall.every((one) => group.grades.includes(gradeName(one))))
  const since = new Map(latest.map(({ authority, report }) => [authority, lastDay(report)]))
  const own =
    group.grades.length === 0 ? there : there.filter((report) => lastDay(report) >= (since.get(report.authority ?? '') ?? '\uffff'))
  const councils = [...new Set(own.flatMap(({ authority }) => authority ?? []))].sort()
  return { group, councils, reports: own, words: `${councilsOf(group, councils.length)}${gradedWords(group, timed)}` }
}

const placeWords = ({ regions }: Group): string =>
  regions.length === 0 ? '' : ` in ${joinWords(regions.map((name) => (/^(?:London|Yorkshire)/.test(name) ? name : `the ${name}`)))}`
const councilsOf = (group: Group, n: number): string => {
  const [kind] = group.kinds
  const plural = group.kinds.length === 1 && kind ? kind : 'councils'
  const singular = plural.replace(/authorities$/, 'authority').replace(/s$/, '')
  return `${n === 0 ? `no ${singular}` : count(n, singular, plural)}${placeWords(group)}`
}
const gradedWords = ({ grades }: Group, timed = false): string =>
  grades.length === 0 ? '' : ` whose latest overall grade${timed ? ' of that time' : ''} is ${joinWords(grades, 'or')}`

/** The group as one would ask for it: "in good county councils in the North West". */
export function groupName(group: Group): string {
  const who = [
    joinWords(
      group.grades.map((grade) => grade.toLowerCase()),
      'or',
    ),
    joinWords(group.kinds),
  ]
    .filter(Boolean)
    .join(' ')
  return who ? `in ${who}${group.kinds.length === 0 ? ' councils' : ''}${placeWords(group)}` : placeWords(group).trim()
}

/** Why a group is empty, with what there is instead. */
export function emptyGroup(group: Group, reports: Report[]): string {
  const there = reports.filter(inPlace(group))
  const none = `The collection has ${councilsOf(group, 0)}${gradedWords(group)}.`
  if (there.length === 0) return `${none} ${held(reports)}`
  const latest = latestGrades(there)
  const tally = GRADE_NAMES.flatMap((grade) => {
    const n = latest.filter(({ overall }) => overall.some((one) => gradeName(one) === grade)).length
    return n > 0 ? [`${grade} ${n}`] : []
  })
  return `${none} The latest overall grades${placeWords(group)} are: ${tally.join(', ') || 'none'}.`
}

function held(reports: Report[]): string {
  const councils = new Set(reports.flatMap(({ authority }) => authority ?? []))
  const byRegion = [...new Set(AUTHORITIES.map(({ region }) => region))].sort().flatMap((region) => {
    const n = [...councils].filter((name) => authorityCalled(name)?.region === region).length
    return n > 0 ? [`${region} (${n})`] : []
  })
  return `It has reports on councils in ${joinWords(byRegion)}.`
}
