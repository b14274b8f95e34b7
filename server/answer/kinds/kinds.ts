/** The kinds of question, in order: the first that matches and finds something answers; passages are the last resort. */

import { comparison } from './comparison.ts'
import { figure } from './figure.ts'
import { judgement } from './judgement.ts'
import type { Intent } from './kind.ts'
import { list } from './list.ts'
import { passages } from './passages.ts'

export const INTENTS: Intent[] = [comparison, judgement, list, figure, passages]
