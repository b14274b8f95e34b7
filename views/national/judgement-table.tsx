/** Judgements as printed in a table: the area and the grade are read out of the row, and the row stands beneath where it differs. */
import type { Quote } from '../../server/cite/quote.ts'
import { foldOfTable } from '../answer/order.ts'
import { QuoteActions } from '../answer/quote.tsx'
import type { Drawn } from '../answer/quotes.tsx'
import { Grade } from '../parts/grade.tsx'
import { Words } from '../parts/words.tsx'

/** `said`: a caution that stands above the table, and is not said again. `part`: of the report, where the table's head names it. */
type Props = { quotes: Quote[]; drawn: Drawn; said: string | null; part?: string | null }
type RowProps = Omit<Props, 'quotes'> & { quote: Quote }

const JudgementRow = ({ quote, drawn, said, part }: RowProps) => {
  const tag = drawn.judged.get(quote.proof.passage)
  const placing = drawn.placings.get(quote.id)!
  const area = tag?.part ? tag.area.slice(tag.part.length + 2) : tag?.area
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
          {(part ? area : tag?.area) ?? quote.section}
          {quote.text !== `${area} ${tag?.grade}` && (
            <q class="printed" hx-ignore>
              <Words text={quote.text} marks={quote.marks.map((at) => ({ at }))} />
            </q>
          )}
          {quote.caution && quote.caution !== said && <span class="printed">{quote.caution}</span>}
          <QuoteActions quote={quote} placing={{ ...placing, around: null }} spot="" />
        </span>
      </th>
      <td>{tag && <Grade tag={tag} />}</td>
    </tr>
  )
}

const JudgementTable = ({ quotes, part, ...row }: Props) => (
  <table class="judgements">
    <caption class={part ? 'judgements-part' : 'govuk-visually-hidden'}>
      {part}
      <span class="govuk-visually-hidden">{part && ': '}Judgements, each with the row as printed</span>
    </caption>
    <thead class="govuk-visually-hidden">
      <tr>
        <th scope="col">What was judged</th>
        <th scope="col">Grade</th>
      </tr>
    </thead>
    <tbody>
      {quotes.map((quote) => (
        <JudgementRow quote={quote} part={part ?? null} {...row} />
      ))}
    </tbody>
  </table>
)

/** Neighbours of one part of a report. */
function byPart(quotes: Quote[], { judged }: Drawn): { part: string | null; rows: Quote[] }[] {
  const parts: { part: string | null; rows: Quote[] }[] = []
  for (const quote of quotes) {
    const part = judged.get(quote.proof.passage)?.part ?? null
    const last = parts.at(-1)
    if (last && last.part === part) last.rows.push(quote)
    else parts.push({ part, rows: [quote] })
  }
  return parts
}

/** Rows of one report; what holds for all of them, such as the scale, is said once above them. */
export const JudgementTables = ({ quotes, drawn }: Pick<Props, 'quotes' | 'drawn'>) => {
  const card = drawn.cards.get(quotes[0]!.report.id)
  const { open, folded } = foldOfTable(quotes, card)
  const [{ caution: said } = { caution: null }] = quotes
  const shared = quotes.every(({ caution }) => caution === said) ? said : null
  return (
    <>
      {shared && <p class="caution">{shared}</p>}
      <JudgementTable quotes={open} drawn={drawn} said={shared} />
      {folded.length > 0 && (
        <details class="rest">
          <summary>
            Show all {quotes.length} grades<span class="govuk-visually-hidden"> of {card?.date}</span>
          </summary>
          {byPart(folded, drawn).map(({ part, rows }) => (
            <JudgementTable quotes={rows} drawn={drawn} said={shared} part={part} />
          ))}
        </details>
      )}
    </>
  )
}
