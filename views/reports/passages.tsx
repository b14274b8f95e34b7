/** The passages of a section as a reader wants them: numbers in the margin, lists as lists, rows as tables. */
import type { Passage } from '../../index/model/report.ts'
import { Grade } from '../parts/grade.tsx'
import type { GradeTag } from '../parts/report-card.ts'
import { type Mark, Words } from '../parts/words.tsx'

export type Marks = Map<string, Mark[]>
type Props = {
  passages: Passage[]
  /** Stretches to mark, by passage id. */
  marks: Marks
  judged: Map<string, GradeTag>
  /** Set before element ids where the same passages stand twice on a page. */
  idPrefix?: string
}

/** Neighbours of one kind belong to one list or table. */
function runsOf(passages: Passage[]): Passage[][] {
  const runs: Passage[][] = []
  for (const passage of passages) {
    const run = runs.at(-1)
    if (run && run[0]!.kind === passage.kind && passage.kind !== 'text') run.push(passage)
    else runs.push([passage])
  }
  return runs
}

const quietly = (passage: Passage, name: string): string => (passage.evidence ? name : `${name} quiet`)

const Marked = ({ passage, marks }: { passage: Passage; marks: Marks }) => <Words text={passage.text} marks={marks.get(passage.id) ?? []} />

const Paragraph = ({ passage, props }: { passage: Passage; props: Props }) => {
  const id = `${props.idPrefix ?? ''}${passage.id}`
  return (
    <div class={quietly(passage, 'passage')} id={id}>
      {passage.number && (
        <a class="passage-number" href={`#${id}`} aria-label={`Paragraph ${passage.number}`}>
          {passage.number}
        </a>
      )}
      <p>
        <Marked passage={passage} marks={props.marks} />
      </p>
    </div>
  )
}

/** Letters and numbers are part of what is said ("as in b)"); other marks are only marks. */
const printedMark = (marker: string | null): string | null => (marker && /^[a-z\d]+[).]$/i.test(marker) ? marker : null)

const List = ({ run, props }: { run: Passage[]; props: Props }) => (
  <ul class="passage-list">
    {run.map((passage) => {
      const mark = printedMark(passage.marker)
      return (
        <li
          id={`${props.idPrefix ?? ''}${passage.id}`}
          class={quietly(passage, `${mark ? 'lettered' : 'dotted'} level-${Math.min(passage.level, 2)}`)}
        >
          {mark && <span class="item-mark">{mark}</span>}
          <Marked passage={passage} marks={props.marks} />
        </li>
      )
    })}
  </ul>
)

const Row = ({ passage, props }: { passage: Passage; props: Props }) => {
  const tag = props.judged.get(passage.id)
  const id = `${props.idPrefix ?? ''}${passage.id}`
  if (!tag)
    return (
      <tr id={id} class={quietly(passage, '')}>
        <td colspan={2}>
          <Marked passage={passage} marks={props.marks} />
        </td>
      </tr>
    )
  const area = tag.area.includes(': ') ? tag.area.slice(tag.area.indexOf(': ') + 2) : tag.area
  const asPrinted = passage.text === `${area} ${tag.grade}` && !props.marks.has(passage.id)
  return (
    <tr id={id}>
      <th scope="row">
        {area}
        {!asPrinted && (
          <span class="printed">
            Printed: <Marked passage={passage} marks={props.marks} />
          </span>
        )}
      </th>
      <td>
        <Grade tag={tag} />
      </td>
    </tr>
  )
}

/** Rows that judge are a table; rows that only list, such as a table of contents, are lines. */
const Table = ({ run, props }: { run: Passage[]; props: Props }) =>
  run.some(({ id }) => props.judged.has(id)) ? (
    <table class="judgements">
      <tbody>
        {run.map((passage) => (
          <Row passage={passage} props={props} />
        ))}
      </tbody>
    </table>
  ) : (
    <ul class="lines">
      {run.map((passage) => (
        <li id={`${props.idPrefix ?? ''}${passage.id}`} class={quietly(passage, '')}>
          <Marked passage={passage} marks={props.marks} />
        </li>
      ))}
    </ul>
  )

export const Passages = (props: Props) => (
  <>
    {runsOf(props.passages).map((run) => {
      if (run[0]!.kind === 'item') return <List run={run} props={props} />
      if (run[0]!.kind === 'row') return <Table run={run} props={props} />
      return <Paragraph passage={run[0]!} props={props} />
    })}
  </>
)
