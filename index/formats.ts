/** The kinds of report that can be read, in order: the first whose `matches` says yes reads it. */

import type { Format } from './format.ts'
import { committee } from './formats/committee.ts'
import { focusedVisit } from './formats/focused-visit.ts'
import { ilacs } from './formats/ilacs.ts'
import { plain } from './formats/plain.ts'
import { safeguarding } from './formats/safeguarding.ts'
import { singleInspection } from './formats/single-inspection.ts'
import type { SourceText } from './report.ts'

export const FORMATS: Format[] = [focusedVisit, safeguarding, singleInspection, ilacs, committee, plain]

export const formatOf = (source: SourceText): Format => FORMATS.find((format) => format.matches(source)) ?? plain
