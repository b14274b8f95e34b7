/** All signals, in the order in which an explanation shows them. */
import type { Signal } from './signal.ts'
import { cause } from './signals/asked/cause.ts'
import { counts } from './signals/asked/counts.ts'
import { detail } from './signals/asked/detail.ts'
import { limit } from './signals/asked/limit.ts'
import { missing } from './signals/asked/missing.ts'
import { otherSide } from './signals/asked/other-side.ts'
import { several } from './signals/asked/several.ts'
import { side } from './signals/asked/side.ts'
import { verdict } from './signals/asked/verdict.ts'
import { bm25 } from './signals/search/bm25.ts'
import { meaning } from './signals/search/meaning.ts'
import { paragraphBm25 } from './signals/search/paragraph-bm25.ts'
import { fact } from './signals/source/fact.ts'
import { leadsIn } from './signals/source/leads-in.ts'
import { recommendation } from './signals/source/recommendation.ts'
import { secondHand } from './signals/source/second-hand.ts'
import { before } from './signals/spoken/before.ts'
import { beside } from './signals/spoken/beside.ts'
import { heading } from './signals/spoken/heading.ts'
import { least } from './signals/spoken/least.ts'
import { own } from './signals/spoken/own.ts'
import { passage } from './signals/spoken/passage.ts'
import { focus } from './signals/wording/focus.ts'
import { sideBySide } from './signals/wording/side-by-side.ts'
import { subject } from './signals/wording/subject.ts'
import { wordForWord } from './signals/wording/word-for-word.ts'

export const SIGNALS: readonly Signal[] = [
  own,
  before,
  beside,
  passage,
  heading,
  least,
  bm25,
  paragraphBm25,
  meaning,
  wordForWord,
  sideBySide,
  subject,
  focus,
  verdict,
  side,
  otherSide,
  detail,
  counts,
  several,
  limit,
  cause,
  missing,
  secondHand,
  fact,
  recommendation,
  leadsIn,
]
