/** What is known of a report, each fact with where it comes from, and how well the document was read. */
import type { Child } from 'hono/jsx'
import type { Facts, Report } from '../../index/model/report.ts'
import type { ReportCard } from '../parts/report-card.ts'
import { count } from '../parts/wording.ts'

const From = ({ report, fact }: { report: Report; fact: keyof Facts }) => {
  const from = report.provenance[fact]
  if (!from) return null
  return <p class="fact-from">{from.from === 'text' ? 'Printed in the document.' : (from.note ?? 'From the catalogue.')}</p>
}

const Fact = ({ name, report, fact, children }: { name: string; report: Report; fact: keyof Facts; children?: Child }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {children}
      <From report={report} fact={fact} />
    </dd>
  </div>
)

/** `inspected`, `published`: in words. */
export const ReportFacts = ({
  report,
  card,
  inspected,
  published,
}: {
  report: Report
  card: ReportCard
  inspected: string | null
  published: string | null
}) => (
  <dl class="facts">
    <Fact name="Council" report={report} fact="council">
      {report.council ?? card.authority}
    </Fact>
    <Fact name="Published by" report={report} fact="publisher">
      {report.publisher}
    </Fact>
    <Fact name="Kind of document" report={report} fact="kind">
      {card.kindName}
    </Fact>
    {report.framework && (
      <Fact name="Framework" report={report} fact="framework">
        {report.framework}
      </Fact>
    )}
    <Fact name="Inspected" report={report} fact="inspected">
      {inspected ?? 'Not an inspection, or not stated'}
    </Fact>
    <Fact name="Published" report={report} fact="published">
      {published ?? 'Not stated'}
    </Fact>
    {!report.inspected && !report.published && report.years.length > 0 && (
      <Fact name="Year" report={report} fact="years">
        {report.years.join(', ')}
      </Fact>
    )}
    {report.leadInspector && (
      <Fact name="Lead inspector" report={report} fact="leadInspector">
        {report.leadInspector}
      </Fact>
    )}
    {report.urn && (
      <Fact name="Ofsted’s number for the council" report={report} fact="urn">
        {report.urn}
      </Fact>
    )}
    {report.reference && (
      <Fact name="Reference" report={report} fact="reference">
        {report.reference}
      </Fact>
    )}
    <Fact name="Licence" report={report} fact="licence">
      {report.licence.name ?? 'The document states none'}
      {report.licence.sentence && <q class="printed">{report.licence.sentence}</q>}
      {report.licence.copyright && <span class="printed">{report.licence.copyright}</span>}
    </Fact>
  </dl>
)

/** What reading the file found and lost. */
export const Health = ({ report }: { report: Report }) => {
  const { health } = report
  const lost = health.numbersLost
  return (
    <ul class="health">
      <li>
        {count(health.paragraphs, 'paragraph')} and {count(health.items, 'list item')} in {count(health.sections, 'section')}
        {report.pages ? `, ${count(report.pages, 'page')}` : ', no page numbers'}.
      </li>
      <li>
        {health.numbersFound === 0 ? 'The paragraphs carry no numbers.' : `${count(health.numbersFound, 'paragraph number')} read.`}
        {lost.length > 0 && ` Lost in the file: ${lost.join(', ')}. Those paragraphs are cited by their heading.`}
      </li>
      {health.recognised && <li>Words were recognised from pictures of pages (OCR), so some are wrong. Each quote says so.</li>}
      <li>{health.oddCharacters === 0 ? 'No damaged characters.' : `${count(health.oddCharacters, 'damaged character')}.`}</li>
      <li>
        File {report.source}, SHA-256 <code>{report.sha256.slice(0, 16)}…</code>
        {report.alsoIn.length > 0 && ` Also in ${report.alsoIn.join(', ')}.`}
      </li>
    </ul>
  )
}
