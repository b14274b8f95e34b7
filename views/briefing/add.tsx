/** The forms with which one adds to a briefing. */
import { Fields } from './entries.tsx'

type Props = {
  fields: [string, string][]
  /** What was typed and could not be added: it stays in its box. */
  typed: Record<string, string>
}

export const Add = ({ fields, typed }: Props) => (
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
        <Fields fields={fields} />
        <label class="govuk-label govuk-label--s" for={name}>
          {label}
        </label>
        {hint && (
          <div class="govuk-hint" id={`${name}-hint`}>
            {hint}
          </div>
        )}
        {long ? (
          <textarea class="govuk-textarea" id={name} name={name} rows={3} aria-describedby={hint ? `${name}-hint` : undefined}>
            {typed[name]}
          </textarea>
        ) : (
          <input
            class="govuk-input"
            id={name}
            name={name}
            value={typed[name]}
            autocomplete="off"
            aria-describedby={hint ? `${name}-hint` : undefined}
          />
        )}
        <button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-top-2" name="do" value={todo}>
          {button}
        </button>
      </form>
    ))}
  </section>
)
