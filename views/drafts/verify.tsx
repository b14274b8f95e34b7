import { raw } from 'hono/html'
import type { Quote } from '../../server/cite/quote.ts'
import type { Check, Verdict, VerdictName } from '../../server/verify/verify.ts'

type Props = {
  check?: Check
  /** Its verdicts as drawn by `VerdictView`, one after another. */
  verdicts?: string
  name?: string | null
  note?: string | null
  problem?: string
  text?: string
  reports: number
}

/** The words alone say it; the colour, by the verdict's name, only helps. */
const NAMES: Record<VerdictName, string> = {
  found: 'Found',
  differently_cited: 'Found, differently cited',
  altered: 'Altered',
  stitched: 'Stitched',
  not_found: 'Not found',
}
const MOST_PLACES = 5

const Places = ({ places }: { places: Quote[] }) => (
  <>
    <ul>
      {places.slice(0, MOST_PLACES).map((quote) => (
        <li>
          <a href={quote.url}>{quote.citation}</a>
        </li>
      ))}
    </ul>
    {places.length > MOST_PLACES && <p>And in {places.length - MOST_PLACES} more places.</p>}
  </>
)

const Nearest = ({ nearest }: { nearest: NonNullable<Verdict['nearest']> }) => (
  <div>
    <p>
      Nearest wording: <a href={nearest.quote.url}>{nearest.quote.citation}</a>
    </p>
    <p class="difference" hx-ignore>
      {nearest.difference.map(({ op, text }, i) => (
        <>
          {i > 0 && ' '}
          {op === 'same' && text}
          {op === 'removed' && (
            <del>
              <span class="govuk-visually-hidden">left out: </span>
              {text}
              <span class="govuk-visually-hidden">, </span>
            </del>
          )}
          {op === 'added' && (
            <ins>
              <span class="govuk-visually-hidden">put in: </span>
              {text}
              <span class="govuk-visually-hidden">, </span>
            </ins>
          )}
        </>
      ))}
    </p>
    <p>Struck through: in the report, not in the draft. Underlined: in the draft, not in the report.</p>
  </div>
)

export const VerdictView = ({ one, number }: { one: Verdict; number: number }) => (
  <li class="verdict" id={`quotation-${number}`}>
    <h3>
      <span class="govuk-visually-hidden">Quotation {number}: </span>
      <span class={`verdict-name verdict-name--${one.verdict}`}>{NAMES[one.verdict]}</span>
    </h3>
    <blockquote hx-ignore>{one.text.replace(/\n>? ?/g, ' ')}</blockquote>
    <p>
      {one.how === 'unmarked' && 'Not marked as a quotation in the draft. '}
      {one.reason}
    </p>
    {one.places.length > 0 && <Places places={one.places} />}
    {one.nearest && <Nearest nearest={one.nearest} />}
  </li>
)

const Summary = ({ check }: { check: Check }) => {
  const count = (name: VerdictName): number => check.quotations.filter(({ verdict }) => verdict === name).length
  if (check.quotations.length === 0) return <p>No quotation was found in the draft, so nothing was checked.</p>
  return (
    <p>
      {count('found')} of {check.quotations.length} {check.quotations.length === 1 ? 'quotation' : 'quotations'} found as cited.
    </p>
  )
}

const Results = ({ check, verdicts, name, note }: { check: Check; verdicts: string; name: string | null; note: string | null }) => (
  <section aria-labelledby="results">
    <h2 id="results">{name ? `Quotations in ${name}` : 'Quotations in your text'}</h2>
    {note && <p>{note}</p>}
    <Summary check={check} />
    <ol class="verdicts">{raw(verdicts)}</ol>
    {check.tooShort.length > 0 && (
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            {check.tooShort.length} too short to check: {check.tooShort.length === 1 ? 'it gets' : 'they get'} no verdict
          </span>
        </summary>
        <div class="govuk-details__text">
          <p>Fewer than four words stand in so many places that finding them proves nothing.</p>
          <ul>
            {check.tooShort.map(({ text }) => (
              <li>“{text}”</li>
            ))}
          </ul>
        </div>
      </details>
    )}
  </section>
)

/** The form, and above it what was found. */
export const VerifyView = ({ check, verdicts = '', name = null, note = null, problem, text = '', reports }: Props) => (
  <div class="tool">
    {problem && (
      <div class="govuk-error-summary">
        <div role="alert">
          <h2 class="govuk-error-summary__title">There is a problem</h2>
          <div class="govuk-error-summary__body">
            <ul class="govuk-list govuk-error-summary__list">
              <li>
                <a href="#text">{problem}</a>
              </li>
            </ul>
          </div>
        </div>
      </div>
    )}
    <h1>Check my quotes</h1>
    {check && <Results check={check} verdicts={verdicts} name={name} note={note} />}
    <p>Every quotation in the draft is compared, word for word, with the {reports} documents of the collection. The draft is not kept.</p>
    <form class="tool-check" action="/verify" method="post" enctype="multipart/form-data">
      <div class={`govuk-form-group ${problem ? 'govuk-form-group--error' : ''}`}>
        <label class="govuk-label govuk-label--s" for="text">
          Paste your draft
        </label>
        <textarea class="govuk-textarea" id="text" name="text" rows={8}>
          {text}
        </textarea>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="draft">
          Or give a file
        </label>
        <div class="govuk-hint" id="draft-hint">
          Word (.docx), Markdown (.md) or plain text (.txt), up to 20 MB
        </div>
        <input
          class="govuk-file-upload"
          id="draft"
          name="draft"
          type="file"
          accept=".docx,.md,.markdown,.txt"
          aria-describedby="draft-hint"
        />
      </div>
      <button class="govuk-button" type="submit">
        Check the quotes
      </button>
    </form>
  </div>
)
