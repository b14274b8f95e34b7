import type { GradeTag } from './report-card.ts'
import { GRADE_CLASS } from './wording.ts'

/** A grade as printed. Its colour only repeats what its words say. */
export const Grade = ({ tag, named = false }: { tag: GradeTag; named?: boolean }) => (
  <span class={`grade ${GRADE_CLASS[tag.point]}`}>
    {named && <span class="grade-area">{tag.label}: </span>}
    {tag.grade}
  </span>
)
