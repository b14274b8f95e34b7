/** All reports: filters, judgements at a glance, and a tick to limit the chat to some of them. */
import { Grade } from '../parts/grade.tsx'
import { councilHref, reportHref } from '../parts/links.ts'
import { Pages } from '../parts/pages.tsx'
import type { Collection, GradeTag, ReportCard } from '../parts/report-card.ts'
import { Select } from '../parts/select.tsx'
import { count, KIND_NAMES } from '../parts/wording.ts'

export type Wanted = { words: string; authority: string; year: string; kind: string; sort: 'newest' | 'oldest' | 'council'; page: number }
export type Shelf = { wanted: Wanted; cards: ReportCard[]; total: number; pages: number }

const SORTS = [
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
  ['council', 'By council'],
] as const

const Filters = ({ wanted, collection }: { wanted: Wanted; collection: Collection }) => (
  <form class="filters" action="/reports" method="get" aria-label="Find reports">
    <div class="choose choose--wide">
      <label for="by-words">Title or council</label>
      <input class="govuk-input" id="by-words" name="words" type="search" value={wanted.words} maxlength={100} autocomplete="off" />
    </div>
    <Select
      name="authority"
      label="Council"
      any="Any council"
      choices={collection.authorities.map((name) => [name, name] as const)}
      chosen={wanted.authority}
    />
    <Select
      name="kind"
      label="Kind"
      any="Any kind"
      choices={collection.kinds.map((kind) => [kind, KIND_NAMES[kind]] as const)}
      chosen={wanted.kind}
    />
    <Select
      name="year"
      label="Year"
      any="Any year"
      choices={collection.years.map((year) => [`${year}`, `${year}`] as const)}
      chosen={wanted.year}
    />
    <Select name="sort" label="Order" choices={[...SORTS]} chosen={wanted.sort} />
    <button class="govuk-button govuk-button--secondary" type="submit">
      Show
    </button>
  </form>
)

/** More judgements than this fold away under the overall ones. */
const AT_A_GLANCE = 6

const Grades = ({ tags }: { tags: GradeTag[] }) => (
  <ul>
    {tags.map((tag) => (
      <li>
        <span>{tag.label}</span> <Grade tag={tag} />
      </li>
    ))}
  </ul>
)

const Entry = ({ card }: { card: ReportCard }) => (
  <li class="entry">
    <div class="entry-tick">
      <input type="checkbox" id={`tick-${card.id}`} name="report" value={card.id} />
      <label for={`tick-${card.id}`}>
        <span class="govuk-visually-hidden">
          Ask only: {card.authority}, {card.kindName}, {card.date}
        </span>
      </label>
    </div>
    <div class="entry-what">
      <h2>
        <a href={reportHref(card.id)}>{card.title}</a>
      </h2>
      <p>
        {card.council ? <a href={councilHref(card.council)}>{card.authority}</a> : <strong>{card.authority}</strong>}{' '}
        <span>{card.kindName}</span> <span>{card.date}</span>
      </p>
    </div>
    {card.judgements.length > 0 ? (
      <div class="entry-grades">
        <Grades tags={card.judgements.length > AT_A_GLANCE ? card.overall : card.judgements} />
        {card.judgements.length > AT_A_GLANCE && (
          <details>
            <summary>
              All {card.judgements.length} judgements<span class="govuk-visually-hidden"> of {card.title}</span>
            </summary>
            <Grades tags={card.judgements} />
          </details>
        )}
      </div>
    ) : (
      <p class="entry-grades quiet">No graded judgement</p>
    )}
  </li>
)

function pageHref(wanted: Wanted, page: number): string {
  const { words, authority, year, kind, sort } = wanted
  const query = new URLSearchParams({
    ...(words && { words }),
    ...(authority && { authority }),
    ...(year && { year }),
    ...(kind && { kind }),
    sort,
  })
  query.set('page', String(page))
  return `/reports?${query}`
}

export const CatalogueView = ({ shelf, collection }: { shelf: Shelf; collection: Collection }) => (
  <div class="catalogue">
    <h1>Reports</h1>
    <ul class="ways">
      <li>
        <a href="/councils">Councils</a>
      </li>
      <li>
        <a href="/judgements">Judgements of all councils</a>
      </li>
      <li>
        <a href="/judgements/regions">Grades by region</a>
      </li>
      <li>
        <a href="/grid">Topics by council</a>
      </li>
    </ul>
    <Filters wanted={shelf.wanted} collection={collection} />
    <p class="tally">
      {shelf.total === collection.cards.length
        ? count(shelf.total, 'document')
        : `${shelf.total} of ${count(collection.cards.length, 'document')}`}
    </p>
    {shelf.total === 0 ? (
      <div class="no-answer">
        <h2>No report fits</h2>
        <p>
          <a href="/reports">Show all {count(collection.cards.length, 'document')}</a>
        </p>
      </div>
    ) : (
      <form action="/" method="get">
        <ul class="entries">
          {shelf.cards.map((card) => (
            <Entry card={card} />
          ))}
        </ul>
        <div class="entries-go">
          <button class="govuk-button" type="submit">
            Ask the ticked reports
          </button>
          <p>
            <span class="ticked" /> With none ticked, all are asked.
          </p>
        </div>
      </form>
    )}
    <Pages what="reports" page={shelf.wanted.page} pages={shelf.pages} href={(page) => pageHref(shelf.wanted, page)} />
  </div>
)
