/** Text that recurs in reports on different authorities is method, not finding. */
import type { Report } from '../model/report.ts'

/** Shorter paragraphs say the same by chance: "Care leavers are well supported." */
const MINIMUM_WORDS = 8

export const plainKey = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/** The plain keys of the paragraphs that recur. */
export function recurringKeys(reports: Report[]): Set<string> {
  const seen = new Map<string, string | null>()
  const recurring = new Set<string>()
  for (const report of reports)
    for (const { paragraphs } of report.sections)
      for (const { text, evidence, kind } of paragraphs) {
        const key = plainKey(text)
        if (!evidence || kind === 'row' || key.split(' ').length < MINIMUM_WORDS) continue
        const before = seen.get(key)
        if (before !== undefined && before !== report.authority) recurring.add(key)
        else seen.set(key, report.authority)
      }
  return recurring
}
