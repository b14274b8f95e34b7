/** What a grade or a term means. */
import { gradeIn } from '../../../../index/model/judgements.ts'
import type { GradePoint } from '../../../../index/model/report.ts'
import type { MeaningAsked } from '../../asks.ts'
import { GRADE } from './grade-words.ts'

const MEANING =
  /\bwhat (?:does|do|did)\b.{0,80}\b(?:mean|meant|stand for|signify)\b|\bwhat (?:is|was) (?:meant by|the meaning of|the definition of)\b|\bmeaning of\b|\bdefinition of\b|\bdefine[ds]?\b/i
/** "What counts as good?", "what makes a council outstanding?": a grade, and nothing more particular. */
const COUNTS_AS = new RegExp(
  String.raw`^(?:and |so )?(?:what|when) (?:counts|qualifies|would count|is classed|is regarded) (?:as|for) (?:an? )?${GRADE}(?=[?.! ]*$| (?:in|for|to|by|under)\b)|^(?:and |so )?what makes (?:an? |the )?(?:\w+ ){1,3}${GRADE}[?.! ]*$|^(?:and |so )?what (?:is|are) an? ${GRADE} (?:local )?(?:authority|council|lscb|grade|rating|judge?ment)[?.! ]*$`,
  'i',
)
const SCALE =
  /\b(?:grading|grade|rating|judge?ment|four[- ]point) scales?\b|\b(?:what|which) (?:grades|ratings) (?:are|were) (?:there|possible|used|available)\b|\bwhat (?:grades|ratings) (?:can|do|does|could)\b.{0,30}\b(?:give|get|award|use)\b|\bhow (?:does|do) (?:the )?(?:grad|rat|scor)ing work\b|\bwhat (?:does|do) (?:the |these )?(?:scales?|grades|ratings) mean\b/i

/** "What is the LADO?", "what does EHE stand for?": one short form or term, and nothing else. */
const TERM =
  /^(?:and |so |but )?(?:what(?:['’]s| is| are| was)|whats|define|explain|(?:the )?(?:meaning|definition) of|what (?:does|do|did))\s+(?:meant by |the meaning of |the definition of )?(?:an? |the )?["“']?([\p{L}\p{N}&’' -]{2,60}?)["”']?(?:\s+(?:stand for|means?|short for|in full))?[?.! ]*$/iu
const ASKS_MEANING = /\b(?:stand for|means?|meant|meaning|definition|define|short for|in full)\b/i

/** What a grade, or grades, mean; null where another thing is asked. */
export function meaningIn(text: string): MeaningAsked | null {
  const scale = SCALE.test(text)
  if (!MEANING.test(text) && !COUNTS_AS.test(text) && !scale) return null
  const found = gradeIn(text)
  const grade = found && { name: found.grade, point: found.point as GradePoint }
  return grade || scale || /\b(?:grades?|ratings?|judge?ments)\b/i.test(text)
    ? { grade, board: /\blscb|safeguarding (?:children )?board/i.test(text) }
    : null
}

/** @param topic without where and when. `sure`: nothing but a meaning can be asked for. */
export function termIn(topic: string): { term: string; sure: boolean } | null {
  const term = TERM.exec(topic)?.[1]?.trim()
  return term ? { term, sure: ASKS_MEANING.test(topic) } : null
}
