/** What stands after the quotes in every format: the documents, what is silent, and how far to trust it. */
import { dayInWords, reportDate } from '../cite/citation.ts'
import { type Run, STYLE_NAMES } from '../cite/styles.ts'
import { OPEN_LICENCE_URL } from './attribution.ts'
import type { Briefing } from './briefing.ts'

export type AppendixSection = { heading: string; lines: Run[][] }

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`
const line = (text: string): Run[] => [{ text }]

/** More documents than this are named only where their council is quoted: 430 of them made eight quotes a file of 29 pages. */
const MOST_NAMED = 20

function silentLines({ quoted, silent }: Briefing): Run[][] {
  const councils = new Set(quoted.map(({ report }) => report.authority))
  const named = silent.length > MOST_NAMED ? silent.filter(({ authority }) => councils.has(authority)) : silent
  const others = silent.filter((report) => !named.includes(report))
  return [
    ...named.map((report) => line(`Not quoted: ${report.publisher}, ${report.title}, ${reportDate(report)}.`)),
    ...(others.length > 0 ? [line(`Nothing is quoted of ${counted(others.length, 'other document')}, on other councils.`)] : []),
  ]
}

export function appendixOf(briefing: Briefing): AppendixSection[] {
  const { quoted, silent, quotes, viewed, fingerprint, style } = briefing
  const changed = quotes.filter((one) => one.changed)
  return [
    {
      heading: 'Documents quoted',
      lines: quoted.map(({ reference, quotes: count }) => [...reference, { text: ` [${counted(count, 'quote')}]` }]),
    },
    {
      heading: 'Attribution and licence',
      lines: quoted.map(({ attribution }) => {
        const text: Run[] = line(attribution.text)
        if (attribution.terms === 'open') text.push({ text: ' ' }, { text: OPEN_LICENCE_URL, href: OPEN_LICENCE_URL })
        if (attribution.warning) text.push({ text: ' Mind: ' }, { text: attribution.warning, italic: true })
        return text
      }),
    },
    {
      heading: 'What was searched',
      lines: [
        line(
          `The collection holds ${counted(quoted.length + silent.length, 'document')}: ${quoted.length} quoted here, ${silent.length} not. That a document is not quoted here does not mean that it says nothing.`,
        ),
        ...silentLines(briefing),
      ],
    },
    {
      heading: 'How to check this briefing',
      lines: [
        line(`Viewed on ${dayInWords(viewed)}. Collection fingerprint: ${fingerprint}. Citations: ${STYLE_NAMES[style]} style.`),
        line(
          'Every quote is cut from its document and not retyped. White space, page furniture and list marks are left out; nothing else is changed. Headings and notes marked as such are the writer’s own.',
        ),
        line('To check the quotes again, give this file to the page Check my quotes.'),
        ...changed.map(({ number, quote }) =>
          line(
            `Mind: the file of quote ${number} (${quote.id}) has changed since the quote was taken. What is printed here is what the file says now.`,
          ),
        ),
      ],
    },
  ]
}
