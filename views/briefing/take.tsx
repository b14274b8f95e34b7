/** The briefing as a link and as a file. */
import type { Briefing } from '../../server/briefing/briefing.ts'
import { Fields } from './entries.tsx'

export type Choice = { name: string; label: string }
type Props = {
  fields: [string, string][]
  own: [string, string][]
  briefing: Briefing
  /** Null where the pad is too long for one. */
  link: string | null
  formats: Choice[]
  styles: Choice[]
}

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

export const Take = ({ fields, own, formats, styles, link, briefing }: Props) => (
  <section class="tool-take" aria-labelledby="take">
    <h2 id="take">Take it away</h2>
    {link ? (
      <p>
        To show it to somebody, send them <a href={link}>the link to this briefing</a>. The server keeps nothing.
      </p>
    ) : (
      <p>
        <strong>This briefing is too long for a link.</strong> Export it to show it to others.
      </p>
    )}
    <form action="/briefing/export" method="post">
      <Fields fields={fields} />
      <Fields fields={own} />
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
