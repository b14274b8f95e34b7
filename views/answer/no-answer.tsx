/** Where nothing answers: that it is so, what comes near, and what can be done next. */
import type { Answer } from '../../server/answer/answer.ts'
import { mentionsHref } from '../parts/links.ts'
import type { Collection } from '../parts/report-card.ts'
import { count } from '../parts/wording.ts'
import type { Turn } from './answer.tsx'
import { Topics } from './ask-next.tsx'
import { Groups } from './quotes.tsx'

export const OUTCOMES: Record<Answer['outcome'], string> = {
  answered: '',
  not_found: 'No answer in these reports',
  needs_clarifying: 'Which did you mean?',
}

/** What is said where passages that only come near follow. */
export const ONLY_NEAR = 'No report says this in so many words'
export const isNear = ({ outcome, related }: Answer): boolean => outcome === 'not_found' && related.length > 0

const Related = ({ turn }: { turn: Turn }) => {
  const { answer, number } = turn
  return answer.related.length === 0 ? null : (
    <section class="related" aria-labelledby={`a${number}-near`}>
      <h3 id={`a${number}-near`}>Nearest passages, which do not answer it</h3>
      <Groups quotes={answer.related.map((quote) => ({ ...quote, marks: [] }))} drawn={turn} />
    </section>
  )
}

/** What one can do where nothing was found: see what is here, look wider, add what is missing. */
type NextProps = { answer: Answer; collection: Collection }
const NextSteps = ({ answer: { question, interpretation, related, coverage }, collection }: NextProps) => (
  <ul class="next-steps">
    {related.length === 0 && interpretation.terms.length > 0 && coverage.silent.length < collection.cards.length && (
      <li>
        <a href={mentionsHref(interpretation.question || question)}>Find every report that mentions it</a>
      </li>
    )}
    <li>
      <a href="/reports">
        See what is here: {count(collection.authorities.length, 'council')}, {count(collection.cards.length, 'document')}
      </a>
    </li>
    <li>
      <a href="/about#add">How to add a report</a>
    </li>
  </ul>
)

/** What comes near stands at once under what it is not; what can be done next follows. */
export const NoAnswer = ({ turn, collection, last }: { turn: Turn; collection: Collection; last: boolean }) => {
  const { answer } = turn
  const near = isNear(answer)
  const why = answer.reason?.replace(near ? `${ONLY_NEAR}.` : '', '').trim()
  const next = (
    <>
      {last && <Topics {...turn} />}
      {answer.outcome === 'not_found' && <NextSteps answer={answer} collection={collection} />}
    </>
  )
  return (
    <>
      <div class="no-answer">
        <h3>{near ? ONLY_NEAR : OUTCOMES[answer.outcome]}</h3>
        {why && <p class="no-answer-why">{why}</p>}
        {!near && next}
      </div>
      <Related turn={turn} />
      {near && <div class="no-answer">{next}</div>}
    </>
  )
}
