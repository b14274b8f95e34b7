/** A list to choose one of, with its label. */
export const Select = ({
  name,
  label,
  any,
  choices,
  chosen,
}: {
  name: string
  label: string
  any?: string
  choices: (readonly [string, string])[]
  chosen: string
}) => (
  <div class="choose">
    <label for={`by-${name}`}>{label}</label>
    <select class="govuk-select" id={`by-${name}`} name={name}>
      {any && <option value="">{any}</option>}
      {choices.map(([value, text]) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </div>
)
