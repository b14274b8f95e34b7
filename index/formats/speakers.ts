/** Whose words the passages of Ofsted's own reports hold. The reason names the rule and is shown to readers. */
import type { Speaker, Voice } from '../model/report.ts'

const ofsted = (voice: Voice, reason: string): Speaker => ({ name: 'Ofsted', voice, reason })

export const FINDING = ofsted('finding', 'a passage of the inspection report')
export const LETTER_FINDING = ofsted('finding', 'a passage of the inspectors’ letter')
export const TO_IMPROVE = ofsted('recommendation', 'listed under “What needs to improve”')
export const PRIORITY_ACTION = ofsted('recommendation', 'listed under “Areas for priority action”')
export const AREA_FOR_IMPROVEMENT = ofsted('recommendation', 'listed under “Areas for improvement”')
export const RECOMMENDED = ofsted('recommendation', 'listed under “Recommendations” or “Areas for improvement”')
export const GRADE_ROW = ofsted('judgement', 'a row of the printed judgement table')
export const GRADE_HEADING = ofsted('judgement', 'a heading that states a grade')
export const PRINTED_GRADE = ofsted('judgement', 'a printed grade')
export const HEAD_FACT = ofsted('fact', 'printed at the head of the report')
export const VISIT_FACT = ofsted('fact', 'says what was inspected, when and by whom')
export const DEFINITION = ofsted('definition', 'says what a grade means')
export const TITLE = ofsted('furniture', 'the title of the report')
export const CONTENTS = ofsted('furniture', 'the contents table repeats the headings')
export const TABLE_HEAD = ofsted('furniture', 'a heading of a table, without a grade')
export const FOOTNOTE = ofsted('furniture', 'a footnote')
export const LETTER_FURNITURE = ofsted('furniture', 'address, greeting or signature of the letter')
export const EMPTY_LABEL = ofsted('furniture', 'a label with nothing after it')
export const BOILERPLATE = ofsted('furniture', 'the same in every report')
