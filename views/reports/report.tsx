/** The reader: a document that one would rather read than the PDF. */
import type { Report, Section } from '../../index/model/report.ts'
import { Keep, KeepForm } from '../answer/keep.tsx'
import { type KeptOriginal, OriginalNote, SeePage } from '../original/see-page.tsx'
import { Grade } from '../parts/grade.tsx'
import { councilHref, reportHref } from '../parts/links.ts'
import type { GradeTag, ReportCard } from '../parts/report-card.ts'
import { count } from '../parts/wording.ts'
import { Words } from '../parts/words.tsx'
import { type Marks, Passages } from './passages.tsx'
import { Health, ReportFacts } from './report-facts.tsx'

export type Found = {
  words: string
  total: number
  /** Number of the mention that is shown, from 1; 0 where there is none. */
  at: number
  apart: boolean
  /** Addresses of the mentions before and after this one. */
  previous: string | null
  next: string | null
}
export type Shown = {
  report: Report
  card: ReportCard
  inspected: string | null
  published: string | null
  judged: Map<string, GradeTag>
  marks: Marks
  /** The quote that the address asks for. */
  quote: { id: string; passage: string; citation: string; section: string | null; isKept: boolean } | null
  /** The conversation that one comes from. */
  cameFrom: string | null
  /** This address, to come back to. */
  back: string
  found: Found | null
  /** The file that it was read from, where it is kept. */
  kept: KeptOriginal | null
}

const Find = ({ shown: { report, found, quote } }: { shown: Shown }) => (
  <form class="find" action={reportHref(report.id)} method="get">
    {quote && <input type="hidden" name="quote" value={quote.id} />}
    <label for="words">Find in this report</label>
    <div class="find-row">
      <input class="govuk-input" id="words" name="words" type="search" value={found?.words ?? ''} maxlength={100} autocomplete="off" />
      <button class="govuk-button govuk-button--secondary" type="submit">
        Find
      </button>
    </div>
    {found && (
      <p class="find-result" id="found">
        {found.total === 0 ? (
          <>Nothing in this report mentions “{found.words}”.</>
        ) : (
          <>
            <span>
              {found.at > 0 ? `${found.at} of ` : ''}
              {count(found.total, 'mention')}
              {found.apart && ' of one or other word'}
            </span>
            {found.previous && (
              <a href={found.previous}>
                Previous<span class="govuk-visually-hidden"> mention</span>
              </a>
            )}
            {found.next && (
              <a href={found.next}>
                Next<span class="govuk-visually-hidden"> mention</span>
              </a>
            )}
          </>
        )}
      </p>
    )}
  </form>
)

const headed = (sections: Section[]) => sections.flatMap(({ heading, path, part }) => (heading ? [{ heading, path, part }] : []))

const Contents = ({ sections }: { sections: Section[] }) => (
  <nav class="contents" aria-labelledby="contents">
    <h2 id="contents">Contents</h2>
    <ol>
      {headed(sections).map(({ heading, path }) => (
        <li class={`level-${Math.min(path.length, 2)}`}>
          <a href={`#${heading.id}`}>{heading.text}</a>
        </li>
      ))}
    </ol>
  </nav>
)

const SectionText = ({ section, shown, before }: { section: Section; shown: Shown; before: Section | undefined }) => {
  const { heading, path, part } = section
  const Heading = path.length === 0 ? 'h2' : path.length === 1 ? 'h3' : 'h4'
  return (
    <section class="report-section">
      {part && part !== before?.part && <p class="report-part">Part: {part}</p>}
      {heading && (
        <Heading id={heading.id} tabindex={-1}>
          <Words text={heading.text} marks={shown.marks.get(heading.id) ?? []} />
        </Heading>
      )}
      <Passages passages={section.paragraphs} marks={shown.marks} judged={shown.judged} />
    </section>
  )
}

/** Where one is, which stays in view while the report is read: one comes here by a link, into the middle of it. */
type CitedProps = { quote: NonNullable<Shown['quote']>; card: ReportCard; shown: Shown }
const Cited = ({ quote, card, shown: { report, kept, cameFrom } }: CitedProps) => (
  <div class="cited" data-citation={quote.citation}>
    <p>
      <a href={`#${quote.passage}`}>
        <strong>{card.authority}</strong>, {card.date}
      </a>
      {quote.section && <span class="cited-section">{quote.section}</span>}
    </p>
    <div class="quote-actions">
      <Keep ids={[quote.id]} anchor={quote.passage} isKept={quote.isKept} what="this quote" />
      <button class="undo needs-script" type="button" data-copy="citation">
        Copy with citation
      </button>
      {kept?.pages && <SeePage report={report.id} quote={quote.id} />}
      {cameFrom && <a href={cameFrom}>Back to the answer</a>}
    </div>
  </div>
)

export const ReportView = ({ shown }: { shown: Shown }) => {
  const { report, card, quote } = shown
  return (
    <article class="reader">
      <KeepForm back={shown.back} />
      <header class="reader-head">
        <p class="crumbs">
          <a href="/reports">Reports</a>{' '}
          {card.council && (
            <>
              <span aria-hidden="true">›</span> <a href={councilHref(card.council)}>{card.authority}</a>
            </>
          )}
        </p>
        <h1>{report.title}</h1>
        <p class="reader-line">
          <span>{report.publisher}</span>
          <span>{card.date}</span>
          {card.overall.map((tag) => (
            <Grade tag={tag} named />
          ))}
        </p>
      </header>
      {quote && <Cited quote={quote} card={card} shown={shown} />}
      <div class="reader-side">
        <Find shown={shown} />
        {headed(report.sections).length > 1 && <Contents sections={report.sections} />}
        <ul class="reader-actions">
          <li>
            <a href={`/?report=${encodeURIComponent(report.id)}`}>Ask only this report</a>
          </li>
          <li class="needs-script">
            <button type="button" data-print>
              Print
            </button>
          </li>
        </ul>
      </div>
      <div class="reader-text sheet" hx-ignore>
        {report.sections.map((section, i) => (
          <SectionText section={section} shown={shown} before={report.sections[i - 1]} />
        ))}
      </div>
      <footer class="reader-foot" id="about-report">
        <h2>About this document</h2>
        <ReportFacts report={report} card={card} inspected={shown.inspected} published={shown.published} />
        <OriginalNote report={report.id} kept={shown.kept} />
        <h3>How well it was read</h3>
        <Health report={report} />
      </footer>
    </article>
  )
}
