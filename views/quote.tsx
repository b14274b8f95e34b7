/** One quote with all that belongs to it: whose words, from where, the text around it, and what one can do with it. */
import type { Quote } from '../server/answer/answer.ts'
import { quoteHref } from './links.ts'
import { VOICE_NAMES } from './wording.ts'
import { Words } from './words.tsx'

/** The passage that a quote is cut from, with its neighbours. */
export type Around = { before: string | null; passage: string; after: string | null; start: number; end: number }

/** What a quote needs beside itself to be drawn in an answer. */
export type Placing = {
  /** Counts through the answer, from 1. */
  number: number
  /** Element id of the quote on the page. */
  anchor: string
  around: Around | null
  /** Address of this page with the quote's passage open beside the chat. */
  openHref: string
  isOpen: boolean
  /** The words whose other mentions the reader steps through. */
  words: string
}

/** Where it stands in the report, in words that do not repeat what its group's heading says. */
export function placeOf({ paragraph, page, section, part, kind }: Quote): string {
  const spot = paragraph
    ? `paragraph ${paragraph}`
    : { heading: 'heading', item: 'list item', row: 'table row', text: 'unnumbered paragraph' }[kind]
  const under = section && kind !== 'heading' ? `under “${section}”` : ''
  return [[spot, under].filter(Boolean).join(' '), part, page && `page ${page}`].filter(Boolean).join(', ')
}

const Context = ({ around, quote }: { around: Around; quote: Quote }) => (
  <div class="around" hx-ignore>
    {around.before && (
      <p class="around-near">
        <Words text={around.before} />
      </p>
    )}
    <p>
      <Words text={around.passage} marks={[[around.start, around.end]]} />
    </p>
    {around.after && (
      <p class="around-near">
        <Words text={around.after} />
      </p>
    )}
    {quote.why && <p class="around-why">Why this quote: {quote.why.charAt(0).toLowerCase() + quote.why.slice(1)}</p>}
  </div>
)

export const QuoteActions = ({ quote, placing }: { quote: Quote; placing: Placing }) => {
  const of = <span class="govuk-visually-hidden"> quote {placing.number}</span>
  return (
    <ul class="quote-actions">
      {placing.around && (
        <li class="context">
          <details>
            <summary>
              Show around it<span class="govuk-visually-hidden">: quote {placing.number}</span>
            </summary>
            <Context around={placing.around} quote={quote} />
          </details>
        </li>
      )}
      <li>
        <a
          class="open"
          href={quoteHref(quote, placing.words)}
          hx-get={placing.openHref}
          hx-target="#beside"
          hx-select="#beside"
          hx-swap="outerHTML"
          hx-push-url="true"
        >
          Read in the report<span class="govuk-visually-hidden">: quote {placing.number}</span>
        </a>
      </li>
      <li class="needs-script">
        <button type="button" data-copy="citation">
          Copy with citation{of}
        </button>
      </li>
      <li class="needs-script">
        <button type="button" data-copy="link">
          Copy link{of}
        </button>
      </li>
      <li>
        <a href={`/briefing?quote=${encodeURIComponent(quote.id)}`}>Add{of} to briefing</a>
      </li>
    </ul>
  )
}

/** `whole` for a line that speaks of all the items under it. */
export const QuotePlace = ({ quote, whole = false }: { quote: Quote; whole?: boolean }) => {
  const voice = VOICE_NAMES[quote.voice]
  const place = whole ? [quote.section && `list under “${quote.section}”`, quote.part].filter(Boolean).join(', ') : placeOf(quote)
  return (
    <p class="quote-place">
      {voice && <span class={`voice voice--${quote.voice.replace(' ', '-')}`}>{voice}</span>}
      <span>{place}</span>
    </p>
  )
}

/** `compact` where several short quotes stand together, as in a list. */
export const QuoteView = ({ quote, placing, compact = false }: { quote: Quote; placing: Placing; compact?: boolean }) => (
  <article
    class={compact ? 'quote quote--compact' : 'quote'}
    id={placing.anchor}
    tabindex={-1}
    aria-labelledby={`${placing.anchor}-n`}
    aria-current={placing.isOpen ? 'true' : undefined}
    data-citation={quote.citation}
  >
    <span class="quote-number" id={`${placing.anchor}-n`}>
      <span class="govuk-visually-hidden">Quote </span>
      {placing.number}
    </span>
    <div class="quote-body">
      <blockquote class="quote-text" cite={quote.url} hx-ignore>
        <p>
          <Words text={quote.text} marks={quote.marks} />
        </p>
      </blockquote>
      {!compact && <QuotePlace quote={quote} />}
      {quote.caution && <p class="caution">{quote.caution}</p>}
      <QuoteActions quote={quote} placing={placing} />
    </div>
  </article>
)
