import type { Answer } from '../server/answer/answer.ts'

/** One question with its answer. */
export const AnswerView = ({ answer }: { answer: Answer }) => (
  <section class="answer">
    <h2 class="govuk-heading-m">{answer.question}</h2>
    <p class="govuk-body">{answer.reason ?? answer.summary}</p>
    <ol class="govuk-list">
      {answer.quotes.map((quote) => (
        <li>
          <blockquote class="govuk-inset-text">
            <a class="govuk-link" href={quote.url}>
              {quote.text}
            </a>
          </blockquote>
          <p class="govuk-body-s">{quote.citation}</p>
        </li>
      ))}
    </ol>
  </section>
)
