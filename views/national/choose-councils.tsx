/** Region, latest overall grade and year, as on every page about all councils. */
import type { Child } from 'hono/jsx'
import type { Choice, Choices } from '../../server/national/councils.ts'
import { Select } from '../parts/select.tsx'

type Props = { action: string; name: string; choice: Choice; choices: Choices; anyYear: string; children?: Child }

export const ChooseCouncils = ({ action, name, choice, choices, anyYear, children }: Props) => (
  <form class="filters" action={action} method="get" aria-label={name}>
    {children}
    <Select
      name="region"
      label="Region"
      any="All regions"
      choices={choices.regions.map((one) => [one, one] as const)}
      chosen={choice.region}
    />
    <Select
      name="grade"
      label="Overall grade"
      any="Any grade"
      choices={choices.grades.map((one) => [one, one] as const)}
      chosen={choice.grade}
    />
    <Select name="year" label="Year" any={anyYear} choices={choices.years.map((one) => [one, one] as const)} chosen={choice.year} />
    <button class="govuk-button govuk-button--secondary" type="submit">
      Show
    </button>
  </form>
)

/** A table wider than a phone scrolls by itself, by keyboard too, and says so where it does. */
export const Wide = ({ name, children }: { name: string; children?: Child }) => (
  <>
    <p class="scrolls quiet">Scroll the table sideways for more columns.</p>
    <section class="wide" aria-label={name} tabindex={0}>
      {children}
    </section>
  </>
)
