/** One quote with all that belongs to it: whose words, from where, the text around it, and what one can do with it. */
import type { Quote } from '../../server/cite/quote.ts'
import { quoteHref } from '../parts/links.ts'
import { VOICE_NAMES } from '../parts/wording.ts'
import { Words } from '../parts/words.tsx'

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
  /** Address of this page with the quote put into the briefing, or taken out where it is in. */
  keepHref: string
  isKept: boolean
  /** The words whose other mentions the reader steps through. */
  words: string
}

const UNNUMBERED = { heading: 'heading', item: 'list item', row: 'table row', text: 'unnumbered paragraph' }

const spotOf = ({ paragraph, page, kind }: Quote): string =>
  [paragraph ? `paragraph ${paragraph}` : UNNUMBERED[kind], page && `page ${page}`].filter(Boolean).join(', ')

const placeOf = (quote: Quote): string =>
  [spotOf(quote), quote.section && quote.kind !== 'heading' && `under “${quote.section}”`, quote.part].filter(Boolean).join(', ')

const Context = ({ around, quote }: { around: Around; quote: Quote }) => (
  <div class="around" hx-ignore>
    {around.before && (
      <p class="around-near">
        <Words text={around.before} />
      </p>
    )}
    <p>
      <Words text={around.passage} marks={[{ at: [around.start, around.end] }]} />
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
        <a
          class="keep"
          id={`${placing.anchor}-keep`}
          href={`${placing.keepHref}#${placing.anchor}`}
          hx-get={placing.keepHref}
          hx-target="#main"
          hx-select="#main"
          hx-swap="outerHTML"
          hx-replace-url="true"
        >
          {placing.isKept ? 'Take' : 'Add'}
          {of} {placing.isKept ? 'out of briefing' : 'to briefing'}
        </a>
      </li>
    </ul>
  )
}

export const VoiceBadge = ({ voice }: { voice: Quote['voice'] }) => {
  const name = VOICE_NAMES[voice]
  return name ? <span class={`voice voice--${voice.replace(' ', '-')}`}>{name}</span> : null
}

/** How much of its place is said with the quote: all, only the spot where the section stands above, or none in a list. */
type Place = 'full' | 'spot' | 'none'

export const QuoteView = ({ quote, placing, place = 'full' }: { quote: Quote; placing: Placing; place?: Place }) => (
  <article
    class={place === 'none' ? 'quote quote--listed' : 'quote'}
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
          <Words text={quote.text} marks={quote.marks.map((at) => ({ at }))} />
        </p>
      </blockquote>
      {place !== 'none' && (
        <p class="quote-place">
          <VoiceBadge voice={quote.voice} />
          <span>{place === 'full' ? placeOf(quote) : spotOf(quote)}</span>
        </p>
      )}
      {quote.caution && <p class="caution">{quote.caution}</p>}
      <QuoteActions quote={quote} placing={placing} />
    </div>
  </article>
)
