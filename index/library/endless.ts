/** What no document prints, and what everybody who asks would pay for: words and sentences without an end. */
import { UnreadableFile } from '../extract/unreadable.ts'
import { passagesOf, type Report } from '../model/report.ts'

/** Signs without a space between them (1,000 to 20,000): the longest addresses of web pages have some two thousand. */
const LONGEST_WORD = 4_000
/** The longest of 434 reports is a table's row of a few hundred words. */
const LONGEST_SENTENCE = 50_000
/** Titles stand in every list of reports. The longest of 434 reports has 227 signs (200 to 500). */
const LONGEST_TITLE = 300

/** @throws UnreadableFile */
export function refuseEndless(report: Report): void {
  for (const section of report.sections) {
    refuseWord(report.source, section.heading?.text ?? '')
    for (const { text, sentences } of passagesOf(section)) {
      refuseWord(report.source, text)
      const longest = sentences.reduce((most, { start, end }) => Math.max(most, end - start), 0)
      if (longest > LONGEST_SENTENCE) throw endless(report.source, 'sentence', longest)
    }
  }
}

function refuseWord(source: string, text: string): void {
  if (text.length <= LONGEST_WORD) return
  const longest = text.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 0)
  if (longest > LONGEST_WORD) throw endless(source, 'word', longest)
}

const endless = (source: string, what: string, length: number): UnreadableFile =>
  new UnreadableFile(
    source,
    `is not a report: it holds a ${what} of ${length.toLocaleString('en-GB')} characters. Export it again as PDF or text.`,
  )

/** A title as lists show it; one without an end is cut at a word. */
export const titleFor = (title: string): string =>
  title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`
