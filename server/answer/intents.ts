/** The kinds of question, in order: the first that matches and finds something answers; passages are the last resort. */
import type { Intent } from './intent.ts'
import { comparison } from './intents/comparison.ts'
import { figure } from './intents/figure.ts'
import { judgement } from './intents/judgement.ts'
import { list } from './intents/list.ts'
import { passages } from './intents/passages.ts'

export const INTENTS: Intent[] = [comparison, judgement, list, figure, passages]
