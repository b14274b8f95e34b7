/** Names of things, as the pages say them. */
import type { GradePoint, ReportKind, Voice } from '../../index/model/report.ts'

export const KIND_NAMES: Record<ReportKind, string> = {
  ilacs_inspection: 'Inspection of children’s services',
  focused_visit: 'Focused visit',
  monitoring_visit: 'Monitoring visit',
  single_inspection: 'Single inspection',
  safeguarding_inspection: 'Safeguarding and looked after children inspection',
  committee_report: 'Council committee paper',
  other: 'Other document',
}

/** Who speaks, where it is not plainly Ofsted finding something. */
export const VOICE_NAMES: Partial<Record<Voice, string>> = {
  recommendation: 'Ofsted asks for improvement',
  judgement: 'Ofsted judgement',
  definition: 'Definition, not a finding',
  'self-report': 'The council about itself',
  members: 'Elected members, not Ofsted',
  'reported finding': 'A council paper reporting Ofsted',
}

/** Judgement areas in few words, for tags and small tables. */
const SHORT_AREAS: [RegExp, string][] = [
  [/^overall effectiveness/i, 'Overall'],
  [/impact of leaders|leadership/i, 'Leaders'],
  [/help and protection/i, 'Help and protection'],
  [/in care and care leavers/i, 'In care and care leavers'],
  [/children in care/i, 'In care'],
  [/care leavers/i, 'Care leavers'],
]
export const shortArea = (area: string): string => SHORT_AREAS.find(([pattern]) => pattern.test(area))?.[1] ?? area

export const GRADE_CLASS: Record<GradePoint, string> = { 1: 'grade-1', 2: 'grade-2', 3: 'grade-3', 4: 'grade-4' }

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** "a", "a and b", "a, b and c". */
export const listed = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`

/** Bytes as people say them: "0.3 MB", "12 MB", "less than 0.1 MB". */
export function inMegabytes(bytes: number): string {
  const megabytes = bytes / (1024 * 1024)
  if (bytes > 0 && megabytes < 0.05) return 'less than 0.1 MB'
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
