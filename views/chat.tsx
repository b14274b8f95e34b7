import type { Answer } from '../server/answer/answer.ts'
import { AnswerView } from './answer.tsx'

export const ChatView = ({ answers }: { answers: Answer[] }) => (
  <>
    <h1 class="govuk-heading-l">Ask what Ofsted’s reports say</h1>
    <div id="conversation">
      {answers.map((answer) => (
        <AnswerView answer={answer} />
      ))}
    </div>
    <form action="/" method="get" hx-get="/" hx-target="#main" hx-select="#main" hx-push-url="true">
      {answers.map((answer) => (
        <input type="hidden" name="q" value={answer.question} />
      ))}
      <label class="govuk-label" for="question">
        Your question
      </label>
      <input class="govuk-input" id="question" name="q" maxlength={500} autocomplete="off" />
      <button class="govuk-button" type="submit">
        Ask
      </button>
    </form>
  </>
)
