/** The question as understood. Each part is a control: what was read out of the words can be put right in place. */
import type { Answer } from '../../server/answer/answer.ts'
import { Hidden, LONGEST_QUESTION, PickFields } from '../ask/ask-form.tsx'
import { type Asked, isPicked, type Picks } from '../parts/links.ts'
import type { Collection } from '../parts/report-card.ts'
import { count, KIND_NAMES, listed } from '../parts/wording.ts'

type Props = {
  answer: Answer
  picks: Picks
  number: number
  /** The questions before and after this one. */
  before: Asked[]
  after: Asked[]
  collection: Collection
}

const Part = ({ name, value }: { name: string; value: string }) => (
  <span class="part">
    <span class="part-name">{name}</span> {value}
  </span>
)

/** The scope found in the words and the one that was picked, as one. */
function scopeShown({ interpretation: { scope } }: Answer, picks: Picks): Picks {
  return {
    authorities: picks.authorities.length > 0 ? picks.authorities : scope.authorities,
    years: picks.years.length > 0 ? picks.years : scope.years,
    reports: picks.reports,
    kinds: picks.kinds,
  }
}

export const Understood = ({ answer, picks, number, before, after, collection }: Props) => {
  const { question, terms, corrections } = answer.interpretation
  const shown = scopeShown(answer, picks)
  const id = `a${number}`
  return (
    <details class="understood">
      <summary>
        <span class="part-list">
          {question !== answer.question && <Part name="Understood as" value={`“${question}”`} />}
          {terms.length > 0 && <Part name="Looked for" value={listed(terms.map(({ word }) => word))} />}
          {isPicked(shown) ? (
            <>
              {shown.authorities.length > 0 && <Part name="Council" value={councils(shown)} />}
              {shown.years.length > 0 && <Part name="Year" value={listed(shown.years.map(String))} />}
              {shown.reports.length + shown.kinds.length > 0 && <Part name="Documents" value={documents(shown)} />}
            </>
          ) : (
            <Part name="In" value="all reports" />
          )}
        </span>
        <span class="change">
          Change<span class="govuk-visually-hidden"> how question {number} is understood</span>
        </span>
      </summary>
      <form action={`/#${id}`} method="get" hx-get={`/#${id}`} hx-target="#main" hx-select="#main" hx-swap="outerHTML" hx-push-url="true">
        <Hidden asked={before} />
        <div class="choose choose--wide">
          <label for={`${id}-question`}>Question</label>
          <input class="govuk-input" id={`${id}-question`} name="q" value={question} maxlength={LONGEST_QUESTION} autocomplete="off" />
        </div>
        <PickFields
          prefix={id}
          picks={shown.authorities.length > 1 ? { ...shown, authorities: picks.authorities } : shown}
          collection={collection}
        />
        <Hidden asked={after} />
        <button class="govuk-button govuk-button--secondary" type="submit">
          Ask again
        </button>
      </form>
      {terms.some(({ also }) => also.length > 0) && (
        <dl class="also">
          {terms
            .filter(({ also }) => also.length > 0)
            .map(({ word, also }) => (
              <div>
                <dt>“{word}” also as</dt>
                <dd>{also.join(', ')}</dd>
              </div>
            ))}
        </dl>
      )}
      {corrections.length > 0 && (
        <p class="quiet">
          {corrections.map(({ from, to }) => `“${from}” was read as “${to}”.`).join(' ')} To look for it as typed, put it in quotation
          marks.
        </p>
      )}
    </details>
  )
}

/** More councils than this are counted, not named: "33 councils". */
const MOST_NAMED = 4
const councils = ({ authorities }: Picks): string =>
  authorities.length > MOST_NAMED ? count(authorities.length, 'council') : listed(authorities)

function documents({ reports, kinds }: Picks): string {
  const chosen = reports.length === 1 ? '1 chosen report' : reports.length > 1 ? `${reports.length} chosen reports` : ''
  return [chosen, ...kinds.map((kind) => KIND_NAMES[kind as keyof typeof KIND_NAMES] ?? kind)].filter(Boolean).join(', ')
}
