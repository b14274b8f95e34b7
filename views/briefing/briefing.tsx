/** The briefing: what is collected, in order, with everything that can be done to it, and nothing that needs scripts. */
import type { Briefing } from '../../server/briefing/briefing.ts'
import type { Item } from '../../server/briefing/pad.ts'
import { type Asked, askedFields, chatHref } from '../parts/links.ts'
import { count } from '../parts/wording.ts'
import { Add } from './add.tsx'
import { Entries, Fields, nameOf, type Row } from './entries.tsx'
import { type Choice, Take } from './take.tsx'

/** `own`: kept in this browser. `link`: somebody's, seen by its address. `form`: one's own, too long to be kept but in this page. */
export type Mode = 'own' | 'link' | 'form'

type Props = {
  mode: Mode
  rows: Row[]
  /** The entries as form fields. */
  fields: [string, string][]
  /** Tells a page that is older than what is kept. */
  seal: string
  /** Entries of one's own briefing. */
  owned: number
  briefing: Briefing
  /** Ids of reports whose pages can be shown as printed. */
  paged: ReadonlySet<string>
  /** Whose words each quote is and of when, in the order of the quotes. */
  sources: string[]
  faults: string[]
  link: string | null
  /** The conversation that one comes from. */
  asked: Asked[]
  removed: { field: string; items: Item[] } | null
  typed: Record<string, string>
  formats: Choice[]
  styles: Choice[]
}

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

const Removed = ({ removed, fields }: { removed: NonNullable<Props['removed']>; fields: [string, string][] }) => (
  <form action="/briefing" method="post" class="notice" id="removed" tabindex={-1}>
    <Fields fields={fields} />
    <input type="hidden" name="removed" value={removed.field} />
    <p>
      {removed.items.length === 1
        ? `Removed: ${nameOf(removed.items[0]!)}.`
        : `Removed: ${count(removed.items.length, 'entry', 'entries')}.`}{' '}
      <button class="govuk-button govuk-button--secondary" type="submit" name="do" value="restore">
        Undo
      </button>
    </p>
  </form>
)

/** Somebody's briefing by its link: it is looked at, and made one's own by a button. */
const Linked = ({ fields, owned }: { fields: [string, string][]; owned: number }) => (
  <form action="/briefing" method="post" class="notice">
    <Fields fields={fields} />
    <p>
      <strong>You see this briefing by its link.</strong>{' '}
      {owned > 0
        ? `Your own, with ${count(owned, 'entry', 'entries')}, is kept apart from it.`
        : 'It is not kept in this browser until you say so or change it.'}
    </p>
    <div class="govuk-button-group">
      <button class="govuk-button" type="submit" name="do" value={owned > 0 ? 'append' : 'mine'}>
        {owned > 0 ? 'Add it to mine' : 'Keep it as mine'}
      </button>
      {owned > 0 && (
        <>
          <button class="govuk-button govuk-button--secondary" type="submit" name="do" value="mine">
            Put it in place of mine
          </button>
          <a href="/briefing">Go to mine</a>
        </>
      )}
    </div>
  </form>
)

const Back = ({ asked }: { asked: Asked[] }) => {
  const last = asked.at(-1)
  return last ? (
    <p class="crumbs" id="came-from">
      <a href={chatHref(asked, { hash: `a${asked.length}` })}>Back to “{last.question}”</a>
    </p>
  ) : (
    <p class="crumbs" id="came-from">
      <a href="/">Ask a question</a>
    </p>
  )
}

export const BriefingView = (props: Props) => {
  const { mode, rows, briefing, faults, asked, removed, typed, owned, seal } = props
  const style: [string, string][] = [['style', briefing.style], ...askedFields(asked)]
  // One's own entries stand in the cookie; those of a link, or too many for it, travel with each form.
  const state: [string, string][] =
    mode === 'own'
      ? [['own', 'yes'], ['seal', seal], ...style]
      : [...(mode === 'form' ? [['own', 'form'] as [string, string]] : []), ...props.fields, ...style]
  return (
    <div class="tool">
      <Back asked={asked} />
      <Faults faults={faults} />
      <h1>{mode === 'link' ? 'A briefing by link' : 'Briefing'}</h1>
      {mode === 'link' && <Linked fields={[...props.fields, ...style]} owned={owned} />}
      {mode === 'form' && (
        <p class="notice">
          <strong>This briefing is too long for this browser to keep,</strong> so it lives in this page only. Export it before you leave, or
          take out some notes.
        </p>
      )}
      {removed && <Removed removed={removed} fields={state} />}
      {rows.length === 0 ? (
        <p>Nothing is collected yet. Add quotes below, or press “Keep” at a quote in an answer or a report.</p>
      ) : (
        <>
          <p>
            {count(briefing.quotes.length, 'quote')} from {briefing.quoted.length} of {briefing.quoted.length + briefing.silent.length}{' '}
            documents.{mode === 'own' && ' Kept in this browser, until you remove it.'}
          </p>
          <Entries rows={rows} fields={state} briefing={briefing} paged={props.paged} sources={props.sources} editable />
          <Take {...props} own={mode === 'link' ? [] : [['own', mode === 'own' ? 'yes' : 'form'], ['seal', seal], ...askedFields(asked)]} />
        </>
      )}
      <Add fields={state} typed={typed} />
      {rows.length > 1 && mode === 'own' && (
        <form action="/briefing" method="post" class="pad-empty">
          <Fields fields={state} />
          <button class="govuk-button govuk-button--warning" type="submit" name="do" value="empty">
            Remove all {count(rows.length, 'entry', 'entries')}
          </button>
        </form>
      )}
      <p class="tool-after">
        Has a draft come back to you? <a href="/verify">Check the quotes in it</a>.
      </p>
    </div>
  )
}
