/** Topics by council: the number of passages that mention each, leading to the first of them. */
import type { Choice, Choices } from '../../server/national/councils.ts'
import type { GridCell, TopicGrid } from '../../server/national/topic-grid.ts'
import { councilHref, mentionsHref, sentenceHref } from '../parts/links.ts'
import { count } from '../parts/wording.ts'
import { ChooseCouncils, Wide } from './choose-councils.tsx'

const Cell = ({ cell: { count: passages, first }, council, topic }: { cell: GridCell; council: string; topic: string }) =>
  first ? (
    <td>
      <a href={sentenceHref(first.report, first.passage, first.id, topic)}>
        {passages}
        <span class="govuk-visually-hidden">
          {passages === 1 ? ' passage mentions ' : ' passages mention '}
          {topic}, {council}
        </span>
      </a>
    </td>
  ) : (
    <td class="quiet">
      <span aria-hidden="true">–</span>
      <span class="govuk-visually-hidden">none</span>
    </td>
  )

export const GridView = ({ grid, choice, choices, csv }: { grid: TopicGrid; choice: Choice; choices: Choices; csv: string }) => (
  <div class="catalogue">
    <h1>Topics by council</h1>
    <p class="lead">
      How many passages mention a topic, in its own words or in words that say the same. A number leads to the first of them. A high number
      is no praise and no blame.
    </p>
    <ChooseCouncils action="/grid" name="Topics and councils" choice={choice} choices={choices} anyYear="All years">
      <fieldset class="topics">
        <legend>Topics</legend>
        {grid.boxes.map((topic, i) => (
          <input class="govuk-input" name="topic" value={topic} maxlength={80} aria-label={`Topic ${i + 1}`} autocomplete="off" />
        ))}
      </fieldset>
    </ChooseCouncils>
    <p class="tally">
      <span>
        {count(grid.rows.length, 'council')}, {count(grid.reports, 'report')} searched
      </span>
      {grid.rows.length > 0 && <a href={csv}>Download as CSV</a>}
    </p>
    {grid.rows.length === 0 ? (
      <div class="no-answer">
        <h2>No council fits</h2>
        <p>
          <a href="/grid">Show all councils</a>
        </p>
      </div>
    ) : (
      <Wide name="Topics by council">
        <table class="grid grid--numbers">
          <caption class="govuk-visually-hidden">Number of passages that mention each topic, by council</caption>
          <thead>
            <tr>
              <th scope="col">Council</th>
              {grid.topics.map((topic) => (
                <th scope="col">
                  <a href={mentionsHref(topic)}>{topic}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ council, cells }) => (
              <tr>
                <th scope="row">
                  <a href={councilHref(council.slug)}>{council.name}</a>
                </th>
                {cells.map((cell, i) => (
                  <Cell cell={cell} council={council.name} topic={grid.topics[i]!} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    )}
  </div>
)
