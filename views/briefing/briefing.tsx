import type { Briefing } from '../../server/briefing/briefing.ts'
import type { Item } from '../../server/briefing/pad.ts'
import { RunsView } from '../parts/runs.tsx'

type Choice = { name: string; label: string }
type Props = {
  items: Item[]
  /** The pad as form fields. */
  fields: [string, string][]
  briefing: Briefing
  faults: string[]
  /** Null where the pad is too long for one. */
  link: string | null
  formats: Choice[]
  styles: Choice[]
}

const PadFields = ({ fields }: { fields: [string, string][] }) => (
  <>
    {fields.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

const Faults = ({ faults }: { faults: string[] }) =>
  faults.length === 0 ? null : (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {faults.map((fault) => (
              <li>{fault}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )

const nameOf = (item: Item, at: number): string =>
  item.kind === 'quote' ? `entry ${at + 1}, quote from ${item.quote.report.title}` : `entry ${at + 1}, ${item.kind}`

const Buttons = ({ item, at, last }: { item: Item; at: number; last: boolean }) => (
  <div class="pad-buttons">
    {at > 0 && (
      <button type="submit" name="do" value={`up:${at}`}>
        Up<span class="govuk-visually-hidden">: {nameOf(item, at)}</span>
      </button>
    )}
    {!last && (
      <button type="submit" name="do" value={`down:${at}`}>
        Down<span class="govuk-visually-hidden">: {nameOf(item, at)}</span>
      </button>
    )}
    <button type="submit" name="do" value={`remove:${at}`}>
      Remove<span class="govuk-visually-hidden">: {nameOf(item, at)}</span>
    </button>
  </div>
)

const ItemView = ({ item, briefing, number }: { item: Item; briefing: Briefing; number: number }) => {
  if (item.kind === 'heading') return <h2>{item.text}</h2>
  if (item.kind === 'note')
    return (
      <div class="pad-note">
        <strong>Your note, not a quote</strong>
        <p>{item.text}</p>
      </div>
    )
  const cited = briefing.quotes[number - 1]?.cited
  return (
    <figure class="pad-quote">
      <blockquote hx-ignore>{item.quote.text}</blockquote>
      <figcaption>
        {cited && <RunsView runs={cited.note} />}{' '}
        <a href={item.quote.url}>
          Read it in the report<span class="govuk-visually-hidden">: source {number}</span>
        </a>
        {item.changed && <strong class="pad-changed">The file has changed since this quote was taken. This is what it says now.</strong>}
      </figcaption>
    </figure>
  )
}

const Entries = ({ items, fields, briefing }: Pick<Props, 'items' | 'fields' | 'briefing'>) => {
  let number = 0
  return (
    <form action="/briefing" method="post">
      <PadFields fields={[...fields, ['style', briefing.style]]} />
      <ol class="pad">
        {items.map((item, at) => (
          <li class="pad-entry" id={`entry-${at + 1}`}>
            <ItemView item={item} briefing={briefing} number={item.kind === 'quote' ? ++number : number} />
            <Buttons item={item} at={at} last={at === items.length - 1} />
          </li>
        ))}
      </ol>
    </form>
  )
}

const Add = ({ fields, style }: { fields: [string, string][]; style: string }) => (
  <section class="tool-take" aria-labelledby="add">
    <h2 id="add">Add to the briefing</h2>
    {[
      {
        name: 'ask',
        todo: 'ask',
        label: 'Every quote that answers a question',
        hint: 'For example: what did Ofsted say about return home interviews?',
        button: 'Add the answer',
        long: false,
      },
      {
        name: 'paste',
        todo: 'paste',
        label: 'Quotes by their ids or links',
        hint: 'One a line. A link to a conversation adds the quotes kept in it, or else its answers; a link to a briefing adds its entries.',
        button: 'Add the quotes',
        long: true,
      },
      { name: 'newHeading', todo: 'heading', label: 'A heading of your own', hint: null, button: 'Add the heading', long: false },
      {
        name: 'newNote',
        todo: 'note',
        label: 'A note of your own',
        hint: 'It is set apart from the quotes, here and in every export.',
        button: 'Add the note',
        long: true,
      },
    ].map(({ name, todo, label, hint, button, long }) => (
      <form action="/briefing" method="post" class="govuk-form-group tool-add">
        <PadFields fields={[...fields, ['style', style]]} />
        <label class="govuk-label govuk-label--s" for={name}>
          {label}
        </label>
        {hint && (
          <div class="govuk-hint" id={`${name}-hint`}>
            {hint}
          </div>
        )}
        {long ? (
          <textarea class="govuk-textarea" id={name} name={name} rows={3} aria-describedby={hint ? `${name}-hint` : undefined} />
        ) : (
          <input class="govuk-input" id={name} name={name} autocomplete="off" aria-describedby={hint ? `${name}-hint` : undefined} />
        )}
        <button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-top-2" name="do" value={todo}>
          {button}
        </button>
      </form>
    ))}
  </section>
)

const Select = ({ id, label, choices, chosen }: { id: string; label: string; choices: Choice[]; chosen: string }) => (
  <div class="govuk-form-group">
    <label class="govuk-label" for={id}>
      {label}
    </label>
    <select class="govuk-select" id={id} name={id}>
      {choices.map(({ name, label: text }) => (
        <option value={name} selected={name === chosen}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

const Take = ({ fields, formats, styles, link, briefing }: Props) => (
  <section class="tool-take" aria-labelledby="take">
    <h2 id="take">Take it away</h2>
    {link ? (
      <p>
        This briefing is its address: <a href={link}>link to this briefing</a>. Keep it or send it on; the server keeps nothing.
      </p>
    ) : (
      <p>
        <strong>This briefing is too long for a link,</strong> so it lives in this page only. Export it before you leave, or take out some
        notes.
      </p>
    )}
    <form action="/briefing/export" method="post">
      <PadFields fields={fields} />
      <Select id="style" label="Citation style" choices={styles} chosen={briefing.style} />
      <Select id="format" label="Format" choices={formats} chosen="docx" />
      <div class="govuk-button-group">
        <button class="govuk-button" type="submit">
          Export
        </button>
        <button class="govuk-button govuk-button--secondary" type="submit" formaction="/briefing">
          Show in this style
        </button>
      </div>
    </form>
  </section>
)

/** The pad: what is collected, in order, with everything that can be done to it, and nothing that needs scripts. */
export const BriefingView = (props: Props) => (
  <div class="tool">
    <Faults faults={props.faults} />
    <h1>Briefing</h1>
    {props.items.length === 0 ? (
      <p>Nothing is collected yet. Add quotes below, or follow “Add to briefing” from an answer or a report.</p>
    ) : (
      <>
        <p>
          {props.briefing.quotes.length} {props.briefing.quotes.length === 1 ? 'quote' : 'quotes'} from {props.briefing.quoted.length} of{' '}
          {props.briefing.quoted.length + props.briefing.silent.length} documents.
        </p>
        <Entries items={props.items} fields={props.fields} briefing={props.briefing} />
        <Take {...props} />
      </>
    )}
    <Add fields={props.fields} style={props.briefing.style} />
    <p>
      Has a draft come back to you? <a href="/verify">Check the quotes in it</a>.
    </p>
  </div>
)
