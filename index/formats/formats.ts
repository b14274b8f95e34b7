/** The kinds of report that can be read, in order: the first whose `matches` says yes reads it. */

import type { SourceText } from '../model/report.ts'
import { committee } from './committee.ts'
import { focusedVisit } from './focused-visit.ts'
import type { Format } from './format.ts'
import { ilacs } from './ilacs.ts'
import { plain } from './plain.ts'
import { safeguarding } from './safeguarding.ts'
import { singleInspection } from './single-inspection.ts'

export const FORMATS: Format[] = [focusedVisit, safeguarding, singleInspection, ilacs, committee, plain]

export const formatOf = (source: SourceText): Format => FORMATS.find((format) => format.matches(source)) ?? plain
