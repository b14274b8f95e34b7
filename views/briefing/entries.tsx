/** What is in the briefing, in order, with everything that can be done to each entry. */
import type { Briefing } from '../../server/briefing/briefing.ts'
import type { Item } from '../../server/briefing/pad.ts'
import { pageHref } from '../parts/links.ts'
import { RunsView } from '../parts/runs.tsx'

/** An entry with its place, from 0, among all that is kept. `missing`: a quote that the collection does not hold now. */
export type Row = { at: number; item: Item } | { at: number; missing: string }

export const Fields = ({ fields }: { fields: [string, string][] }) => (
  <>
    {fields.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

export const nameOf = (item: Item): string =>
  item.kind === 'quote' ? `quote from ${item.quote.report.title}` : item.kind === 'heading' ? `heading “${item.text}”` : 'note'

const Buttons = ({ name, at, last }: { name: string; at: number; last: boolean }) => {
  const which = (
    <span class="govuk-visually-hidden">
      : entry {at + 1}, {name}
    </span>
  )
  return (
    <div class="pad-buttons">
      {at > 0 && (
        <button type="submit" name="do" value={`up:${at}`}>
          Up{which}
        </button>
      )}
      {!last && (
        <button type="submit" name="do" value={`down:${at}`}>
          Down{which}
        </button>
      )}
      <button type="submit" name="do" value={`remove:${at}`}>
        Remove{which}
      </button>
    </div>
  )
}

/** `repeats`: the entry above prints the very same words, which are shown once. */
type ItemProps = { item: Item; briefing: Briefing; number: number; repeats: boolean; paged: ReadonlySet<string>; sources: string[] }

const ItemView = ({ item, briefing, number, repeats, paged, sources }: ItemProps) => {
  if (item.kind === 'heading') return <h2>{item.text}</h2>
  if (item.kind === 'note')
    return (
      <div class="pad-note">
        <strong>Your note, not a quote</strong>
        <p>{item.text}</p>
      </div>
    )
  const shown = briefing.quotes[number - 1]
  return (
    <figure class="pad-quote">
      {repeats ? <p>The same words, of another report:</p> : <blockquote hx-ignore>{item.quote.text}</blockquote>}
      <figcaption>
        <strong class="pad-source">{sources[number - 1]}</strong>
        {shown && <RunsView runs={shown.cited.note} />}{' '}
        <a href={item.quote.url}>
          Read it in the report<span class="govuk-visually-hidden">: source {number}</span>
        </a>{' '}
        {paged.has(item.quote.report.id) && (
          <a href={pageHref(item.quote.report.id, 'quote', item.quote.id)}>
            See the page<span class="govuk-visually-hidden">: source {number}</span>
          </a>
        )}
        {item.changed && <strong class="pad-changed">The file has changed since this quote was taken. This is what it says now.</strong>}
      </figcaption>
    </figure>
  )
}

type Props = {
  rows: Row[]
  fields: [string, string][]
  briefing: Briefing
  paged: ReadonlySet<string>
  sources: string[]
  editable: boolean
}

export const Entries = ({ rows, fields, briefing, paged, sources, editable }: Props) => {
  let number = 0
  const repeated = new Set(briefing.parts.flatMap((part) => (part.kind === 'quote' ? part.also.map(({ quote }) => quote.id) : [])))
  return (
    <form action="/briefing" method="post">
      <Fields fields={fields} />
      <ol class="pad">
        {rows.map((row) => (
          <li class="pad-entry" id={`entry-${row.at + 1}`}>
            {'item' in row ? (
              <ItemView
                item={row.item}
                briefing={briefing}
                number={row.item.kind === 'quote' ? ++number : number}
                repeats={row.item.kind === 'quote' && repeated.has(row.item.quote.id)}
                paged={paged}
                sources={sources}
              />
            ) : (
              <p class="quiet">The collection does not hold quote {row.missing} now. It stays here until you remove it.</p>
            )}
            {editable && <Buttons name={'item' in row ? nameOf(row.item) : row.missing} at={row.at} last={row === rows.at(-1)} />}
          </li>
        ))}
      </ol>
    </form>
  )
}
