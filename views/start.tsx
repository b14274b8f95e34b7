import type { Child } from 'hono/jsx'
import { Grade } from './grade.tsx'
import { chatHref, NO_PICKS, reportHref } from './links.ts'
import type { Collection } from './report-card.ts'
import { count } from './wording.ts'

type Props = { collection: Collection; examples: string[]; cleared: boolean; children?: Child }

/** How many reports the start page lists before it sends the reader to the catalogue. */
const LISTED = 6

/** What this is, what is in it, what to try, and what it does and does not promise. */
export const Start = ({ collection, examples, cleared, children }: Props) => {
  const { cards, years } = collection
  const span = years.length > 1 ? `${years.at(-1)} to ${years[0]}` : `${years[0] ?? ''}`
  const newest = [...cards].sort((a, b) => b.day.localeCompare(a.day)).slice(0, LISTED)
  return (
    <div class="start">
      <div class="start-ask">
        {cleared && (
          <div class="notice" role="status">
            <p>
              <strong>Conversation cleared.</strong> Nothing of it is kept here. Its addresses may still stand in this browser’s history.
            </p>
          </div>
        )}
        <h1>Ask what Ofsted’s reports say about children’s services</h1>
        <p class="lead">Every answer is made of quotes, word for word, each with its report, date and paragraph.</p>
        {children}
        <nav class="examples" aria-labelledby="examples">
          <h2 id="examples">Try one of these</h2>
          <ul>
            {examples.map((question) => {
              const href = chatHref([{ question, picks: NO_PICKS, sure: false }])
              return (
                <li>
                  <a href={href} hx-get={href} hx-target="#main" hx-select="#main" hx-swap="outerHTML" hx-push-url="true">
                    {question}
                  </a>
                </li>
              )
            })}
          </ul>
        </nav>
      </div>
      <div class="start-side">
        <section aria-labelledby="collection" class="shelf">
          <h2 id="collection">
            {count(cards.length, 'document')}, {span}
          </h2>
          <ol>
            {newest.map((card) => (
              <li>
                <a href={reportHref(card.id)}>
                  <strong>{card.authority}</strong> {card.kindName}
                </a>
                <span class="shelf-date">
                  {card.date}{' '}
                  {card.overall.map((tag) => (
                    <Grade tag={tag} named={card.overall.length > 1} />
                  ))}
                </span>
              </li>
            ))}
          </ol>
          <a class="shelf-all" href="/reports">
            {cards.length > LISTED ? `All ${cards.length} documents` : 'Choose among them'}
          </a>
        </section>
        <section aria-labelledby="promise" class="promise">
          <h2 id="promise">What is certain, and what is not</h2>
          <p>The words are in the report, at that place. No text is written by a machine.</p>
          <p>That is no promise that the report is right, or that we found everything it says.</p>
        </section>
      </div>
    </div>
  )
}
