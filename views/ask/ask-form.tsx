/** The box in which a question is asked, on the start page and under the last answer. */
import { type Asked, askedFields, chatHref, isPicked, type Picks } from '../parts/links.ts'
import type { Collection } from '../parts/report-card.ts'
import { count, KIND_NAMES } from '../parts/wording.ts'

/** Characters of a question, as in the API. */
export const LONGEST_QUESTION = 500

export type Draft = {
  text: string
  /** Why it was not asked. */
  error: string | null
  /** What looks like personal data in it. */
  personal: string[]
  picks: Picks
}

type Props = {
  draft: Draft
  asked: Asked[]
  collection: Collection
  first: boolean /** Address of the script that suggests questions. */
  suggest: string
}

export const Hidden = ({ asked }: { asked: Asked[] }) => (
  <>
    {askedFields(asked).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

type Choice = { value: string | number; text: string }
const Choose = ({
  id,
  name,
  label,
  any,
  choices,
  chosen,
}: {
  id: string
  name: string
  label: string
  any: string
  choices: Choice[]
  chosen: (string | number)[]
}) => (
  <div class="choose">
    <label for={id}>{label}</label>
    <select class="govuk-select" id={id} name={name}>
      <option value="">{any}</option>
      {choices.map(({ value, text }) => (
        <option value={value} selected={chosen.includes(value)}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

/** Council, year and kind of document, each a control. `prefix` keeps ids apart where the page has several. */
export const PickFields = ({ prefix, picks, collection }: { prefix: string; picks: Picks; collection: Collection }) => (
  <div class="choices">
    <Choose
      id={`${prefix}-authority`}
      name="authority"
      label="Council"
      any="Any council"
      choices={collection.authorities.map((value) => ({ value, text: value }))}
      chosen={picks.authorities}
    />
    <Choose
      id={`${prefix}-year`}
      name="year"
      label="Year"
      any="Any year"
      choices={collection.years.map((value) => ({ value, text: String(value) }))}
      chosen={picks.years}
    />
    <Choose
      id={`${prefix}-kind`}
      name="kind"
      label="Kind of document"
      any="Any kind"
      choices={collection.kinds.map((value) => ({ value, text: KIND_NAMES[value] }))}
      chosen={picks.kinds}
    />
    {picks.reports.map((id) => (
      <input type="hidden" name="report" value={id} />
    ))}
  </div>
)

const Limits = ({ draft, asked, collection }: Omit<Props, 'first' | 'suggest'>) => {
  const { picks } = draft
  const named = collection.cards.filter(({ id }) => picks.reports.includes(id))
  return (
    <details class="limits" open={isPicked(picks)}>
      <summary>
        <span>Limit the search</span>
      </summary>
      <PickFields prefix="ask" picks={picks} collection={collection} />
      {named.length > 0 && (
        <div class="limits-reports">
          <p>Only {count(named.length, 'chosen report')}:</p>
          <ul>
            {named.map((card) => (
              <li>
                {card.authority}, {card.kindName.toLowerCase()}, {card.date}
              </li>
            ))}
          </ul>
          <a href={chatHref(asked)}>Search all reports</a>
        </div>
      )}
    </details>
  )
}

const Personal = ({ found }: { found: string[] }) => (
  <section class="notice" aria-labelledby="personal">
    <h2 id="personal">Is there personal data in your question?</h2>
    <p>
      It seems to hold {found.join(' and ')}. Nothing is kept here, but a question stands in the page’s address, and so in this browser’s
      history and in any link you share.
    </p>
    <p>Change the question and ask again, or go on as it is.</p>
    <button class="govuk-button govuk-button--secondary" type="submit" name="sure" value="yes">
      Ask it as it is
    </button>
  </section>
)

export const AskForm = ({ draft, asked, collection, first, suggest }: Props) => {
  const target = `/#a${asked.length + 1}`
  return (
    <form
      id="ask"
      class={first ? 'ask ask--first' : 'ask'}
      action={target}
      method="get"
      novalidate
      data-suggestions="/suggestions"
      data-suggest={suggest}
      hx-get={target}
      hx-target="#main"
      hx-select="#main"
      hx-swap="outerHTML"
      hx-push-url="true"
    >
      <Hidden asked={asked} />
      {draft.personal.length > 0 && <Personal found={draft.personal} />}
      <div class={draft.error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
        <label class="ask-label" for="question">
          {first ? 'Your question' : 'Ask another question'}
        </label>
        {draft.error && (
          <p id="question-error" class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {draft.error}
          </p>
        )}
        <div class="ask-row">
          <input
            class={draft.error ? 'govuk-input govuk-input--error' : 'govuk-input'}
            type="text"
            id="question"
            name="q"
            value={draft.text}
            enterkeyhint="search"
            autocomplete="off"
            aria-describedby={draft.error ? 'question-error question-help' : 'question-help'}
            data-longest={LONGEST_QUESTION}
          />
          <button class="govuk-button" type="submit">
            Ask
          </button>
        </div>
        <p id="question-help" class="ask-help">
          <span class="needs-script">
            <kbd>Enter</kbd> asks, <kbd>/</kbd> comes back here, <kbd>?</kbd> shows all keys.
          </span>
          <span id="question-left" />
        </p>
      </div>
      <Limits draft={draft} asked={asked} collection={collection} />
    </form>
  )
}
