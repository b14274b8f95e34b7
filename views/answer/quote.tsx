/** One quote with all that belongs to it: whose words, from where, the text around it, and what one can do with it. */
import type { Quote } from '../../server/cite/quote.ts'
import { PageOfQuote } from '../original/see-page.tsx'
import { quoteHref } from '../parts/links.ts'
import { VOICE_NAMES } from '../parts/wording.ts'
import { Words } from '../parts/words.tsx'
import { Keep } from './keep.tsx'

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
  /** What is kept with it: the quote, and the same words in the reports that are named under it. */
  ids: string[]
  /** They are in the briefing. */
  isKept: boolean
  /** Its page can be shown as printed. */
  hasPage: boolean
  /** Other reports that print the same words, some by name and place. */
  alike: { name: string; url: string }[]
  /** The words whose other mentions the reader steps through. */
  words: string
}

/** What can be said of the spot itself; nothing where the report prints no number and the quote is plain text. */
const KINDS = { heading: 'heading', item: 'list item', row: 'table row', text: null }

const spotOf = ({ paragraph, page, kind }: Quote): string =>
  [paragraph ? `paragraph ${paragraph}` : KINDS[kind], page && `page ${page}`].filter(Boolean).join(', ')

const placeOf = (quote: Quote): string =>
  [spotOf(quote), quote.section && quote.kind !== 'heading' && `under “${quote.section}”`, quote.part].filter(Boolean).join(', ')

const Around = ({ around, quote }: { around: Around; quote: Quote }) => (
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

/** What one can do with a quote: keep it, go to its place, and under "More" see what stands around it and copy it. */
export const QuoteActions = ({ quote, placing, spot }: { quote: Quote; placing: Placing; spot: string }) => {
  const of = <span class="govuk-visually-hidden"> quote {placing.number}</span>
  return (
    <div class="quote-tools">
      <Keep ids={placing.ids} anchor={placing.anchor} isKept={placing.isKept} what={`quote ${placing.number}`} />
      <a
        class="open"
        id={`${placing.anchor}-open`}
        href={quoteHref(quote, placing.words)}
        hx-get={placing.openHref}
        hx-target="#beside"
        hx-select="#beside"
        hx-swap="outerHTML"
        hx-push-url="true"
      >
        <span class={spot ? 'open-word' : undefined}>In the report</span>
        <span class="govuk-visually-hidden">: quote {placing.number}</span>
        {spot && (
          <>
            <span class="open-comma">, </span>
            <span class="open-spot">{spot}</span>
          </>
        )}
      </a>
      <details class="more">
        <summary>
          More<span class="govuk-visually-hidden"> on quote {placing.number}</span>
        </summary>
        <div class="more-row needs-script">
          <button type="button" data-copy="citation">
            Copy with citation{of}
          </button>
          <button type="button" data-copy="link">
            Copy link{of}
          </button>
        </div>
        {placing.hasPage && <PageOfQuote report={quote.report.id} quote={quote.id} of={`quote ${placing.number}`} />}
        {placing.around ? <Around around={placing.around} quote={quote} /> : <p class="around">{quote.citation}</p>}
      </details>
    </div>
  )
}

/** One finding that several reports print in the same words is evidence for each, and is shown once. */
const Alike = ({ named, more }: { named: Placing['alike']; more: number }) =>
  named.length === 0 ? null : (
    <p class="quote-alike">
      The same words are in{' '}
      {named.map(({ name, url }, i) => (
        <>
          {i > 0 && (i === named.length - 1 && more === 0 ? ' and ' : '; ')}
          <a href={url}>{name}</a>
        </>
      ))}
      {more > 0 && ` and ${more} more`}
    </p>
  )

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
      {place !== 'none' && VOICE_NAMES[quote.voice] && (
        <p class="quote-place">
          <VoiceBadge voice={quote.voice} />
        </p>
      )}
      {quote.caution && <p class="caution">{quote.caution}</p>}
      <Alike named={placing.alike} more={quote.alike.length - placing.alike.length} />
      <QuoteActions quote={quote} placing={placing} spot={place === 'full' ? placeOf(quote) : spotOf(quote)} />
    </div>
  </article>
)
