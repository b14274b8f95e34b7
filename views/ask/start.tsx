import type { Child } from 'hono/jsx'
import { chatHref, NO_PICKS } from '../parts/links.ts'
import type { Collection } from '../parts/report-card.ts'
import { count } from '../parts/wording.ts'
import { Shelf } from './shelf.tsx'

/** `undo`: the address of the conversation that was cleared, where the browser names it. `kept`: quotes in the briefing. */
export type Cleared = { undo: string | null; kept: number }
type Props = { collection: Collection; examples: string[]; cleared: Cleared | null; children?: Child }

/** What this is, what is in it, what to try, and what it does and does not promise. */
export const Start = ({ collection, examples, cleared, children }: Props) => {
  return (
    <div class="start">
      <div class="start-ask">
        {cleared && (
          <div class="notice" role="status">
            <p>
              <strong>Conversation cleared.</strong> Its addresses still stand in this browser’s history.{' '}
              {cleared.undo && <a href={cleared.undo}>Undo: back to the conversation</a>}
            </p>
            <p class="needs-script">
              <button class="govuk-button govuk-button--secondary" type="button" data-forget>
                Forget the questions asked in this browser
              </button>
            </p>
            {cleared.kept > 0 && (
              <p>
                What you kept is still there: <a href="/briefing">your briefing with {count(cleared.kept, 'quote')}</a>.
              </p>
            )}
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
          <p>
            <a href="/grid">All topics by council</a>
          </p>
        </nav>
      </div>
      <div class="start-side">
        <Shelf collection={collection} />
        <section aria-labelledby="promise" class="promise">
          <h2 id="promise">What is certain, and what is not</h2>
          <p>The words are in the report, at that place. No text is written by a machine.</p>
          <p>That is no promise that the report is right, or that we found everything it says.</p>
        </section>
      </div>
    </div>
  )
}
