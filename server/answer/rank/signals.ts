/** All signals, in the order in which an explanation shows them. */
import type { Signal } from './signal.ts'
import { detail } from './signals/asked/detail.ts'
import { several } from './signals/asked/several.ts'
import { side } from './signals/asked/side.ts'
import { bm25 } from './signals/search/bm25.ts'
import { meaning } from './signals/search/meaning.ts'
import { passageMeaning } from './signals/search/passage-meaning.ts'
import { fact } from './signals/source/fact.ts'
import { leadsIn } from './signals/source/leads-in.ts'
import { recommendation } from './signals/source/recommendation.ts'
import { secondHand } from './signals/source/second-hand.ts'
import { least } from './signals/spoken/least.ts'
import { own } from './signals/spoken/own.ts'
import { focus } from './signals/wording/focus.ts'
import { subject } from './signals/wording/subject.ts'
import { wordForWord } from './signals/wording/word-for-word.ts'

export const SIGNALS: readonly Signal[] = [
  own,
  least,
  bm25,
  meaning,
  passageMeaning,
  wordForWord,
  subject,
  focus,
  side,
  detail,
  several,
  secondHand,
  fact,
  recommendation,
  leadsIn,
]
