/** What can be asked after an answer, each with one click. */
import type { PropsWithChildren } from 'hono/jsx'
import type { Answer } from '../../server/answer/answer.ts'
import { type Asked, chatHref, NO_PICKS, type Picks } from '../parts/links.ts'
import { count } from '../parts/wording.ts'

/** `number`: of the turn in the conversation, from 1. */
type Offered = { answer: Answer; asked: Asked[]; number: number }

/** Questions that lean on the answer, less those that are offered as topics. */
export const Suggestions = ({ answer, asked, number }: Offered) => {
  const topics = new Set(answer.topics.map(({ question }) => question))
  const offered = answer.suggestions.filter((question) => !topics.has(question))
  return offered.length === 0 ? null : (
    <nav class="suggestions" aria-labelledby={`a${number}-next`}>
      <h3 id={`a${number}-next`}>{answer.outcome === 'needs_clarifying' ? 'Did you mean' : 'Ask next'}</h3>
      <ul>
        {offered.map((question) => (
          <AskNext question={question} picks={NO_PICKS} before={asked.slice(0, number)} />
        ))}
      </ul>
    </nav>
  )
}

/** What is near to a question that nothing answers, and has answers: asked in the scope of that question. */
export const Topics = ({ answer, asked, number }: Offered) =>
  answer.topics.length === 0 ? null : (
    <nav class="suggestions" aria-labelledby={`a${number}-topics`}>
      <h3 id={`a${number}-topics`}>The reports do speak of</h3>
      <ul>
        {answer.topics.map(({ question, sentences }) => (
          <AskNext question={question} picks={asked[number - 1]?.picks ?? NO_PICKS} before={asked.slice(0, number)}>
            {' '}
            <span class="topic-count">({count(sentences, 'sentence')})</span>
          </AskNext>
        ))}
      </ul>
    </nav>
  )

const AskNext = ({ question, picks, before, children }: PropsWithChildren<{ question: string; picks: Picks; before: Asked[] }>) => {
  const href = chatHref([...before, { question, picks, sure: false }], { hash: `a${before.length + 1}` })
  return (
    <li>
      <a href={href} hx-get={href} hx-target="#main" hx-select="#main" hx-swap="outerHTML" hx-push-url="true">
        {question}
        {children}
      </a>
    </li>
  )
}
