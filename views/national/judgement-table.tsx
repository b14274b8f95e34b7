/** Judgements as printed in a table: the area and the grade are read out of the row, and the row stands beneath where it differs. */
import type { Quote } from '../../server/cite/quote.ts'
import { QuoteActions } from '../answer/quote.tsx'
import type { Drawn } from '../answer/quotes.tsx'
import { Grade } from '../parts/grade.tsx'
import { Words } from '../parts/words.tsx'

const JudgementRow = ({ quote, drawn }: { quote: Quote; drawn: Drawn }) => {
  const tag = drawn.judged.get(quote.proof.passage)
  const placing = drawn.placings.get(quote.id)!
  const area = tag?.area.slice(tag.area.indexOf(': ') + 1).trim()
  return (
    <tr
      class="quote quote--row"
      id={placing.anchor}
      tabindex={-1}
      data-citation={quote.citation}
      data-words={quote.text}
      aria-current={placing.isOpen ? 'true' : undefined}
    >
      <th scope="row">
        <span class="quote-number" aria-hidden="true">
          {placing.number}
        </span>
        <span>
          {tag?.area ?? quote.section}
          {quote.text !== `${area} ${tag?.grade}` && (
            <q class="printed" hx-ignore>
              <Words text={quote.text} marks={quote.marks.map((at) => ({ at }))} />
            </q>
          )}
          {quote.caution && <span class="printed">{quote.caution}</span>}
          <QuoteActions quote={quote} placing={{ ...placing, around: null }} spot="" />
        </span>
      </th>
      <td>{tag && <Grade tag={tag} />}</td>
    </tr>
  )
}

export const JudgementTable = ({ quotes, drawn }: { quotes: Quote[]; drawn: Drawn }) => (
  <table class="judgements">
    <caption class="govuk-visually-hidden">Judgements, each with the row as printed</caption>
    <thead class="govuk-visually-hidden">
      <tr>
        <th scope="col">What was judged</th>
        <th scope="col">Grade</th>
      </tr>
    </thead>
    <tbody>
      {quotes.map((quote) => (
        <JudgementRow quote={quote} drawn={drawn} />
      ))}
    </tbody>
  </table>
)
