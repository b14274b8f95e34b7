/** What is in the collection: the newest reports, and the way to all. */
import { Grade } from '../parts/grade.tsx'
import { reportHref } from '../parts/links.ts'
import type { Collection } from '../parts/report-card.ts'
import { count } from '../parts/wording.ts'

/** How many reports are listed before the reader is sent to the catalogue. */
const LISTED = 6

export const Shelf = ({ collection: { cards, years } }: { collection: Collection }) => {
  const span = years.length > 1 ? `${years.at(-1)} to ${years[0]}` : `${years[0] ?? ''}`
  const newest = [...cards].sort((a, b) => b.day.localeCompare(a.day)).slice(0, LISTED)
  return (
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
  )
}
