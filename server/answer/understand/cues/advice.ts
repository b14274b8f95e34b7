/** What people ask for themselves: advice, the law, somebody's whereabouts, their own case, the future. No report answers it. */
import type { Talk } from '../../asks.ts'
import { GRADE } from './grade-words.ts'

const PLACE = `(?:schools?|nurser(?:y|ies)|colleges?|councils?|boroughs?|areas?|towns?|agenc(?:y|ies)|children['’]?s homes?|foster(?:ing)? agenc(?:y|ies))`
const OWN = String.raw`my (?:own )?(?:social worker|case|file|personal adviser|key ?worker|ex|partner|court case)\b`
const FAMILY = String.raw`my (?:own )?(?:child|children|son|daughter|kids?|boy|girl|lad|baby|grand\w+|nephew|niece|brother|sister|mum|mother|dad|father|family|foster (?:carer|child|son|daughter|mum|dad))\b`
const ASKS = String.raw`^(?:and |so |but )?(?:is|are|was|were|will|would|can|could|should|does|do|did|has|have|had|why|when|how (?:good|bad|long|safe)?|what (?:about|happens? to|will happen to)|who)`

export const ADVICE: [RegExp, Talk][] = [
  [
    new RegExp(
      String.raw`\b(?:which|what) ${PLACE}\b.{0,30}\b(?:should|would|do|can|shall) (?:i|we|you)\b.{0,30}\b(?:choose|pick|recommend|move|send|live|go|apply|join|use|prefer|suggest|work)\b`,
      'i',
    ),
    'choice',
  ],
  [/\bwhere (?:should|shall|would|can) (?:i|we)\b.{0,12}\b(?:live|move|send|go|work|settle)\b/i, 'choice'],
  [
    /\b(?:should|shall) (?:i|we)\b.{0,60}\b(?:choose|pick|send|live|work|trust|worry|be worried|stay|leave|accept|agree|sign|avoid|take)\b/i,
    'advice',
  ],
  [/^(?:so |and |but )?(?:do|would|can) you (?:think|believe|reckon|feel|recommend|suggest|advise|prefer|agree)\b/i, 'advice'],
  // the law
  [
    /\b(?:is|was|are|would) (?:it|this|that|they|we|i) (?:be )?(?:legal|lawful|illegal|unlawful|against the law)\b|\bam i (?:legally |allowed)|\blegal (?:advice|rights?)\b|\bwhat are (?:my|our|parents['’]?|a parent['’]s) rights\b/i,
    'legal',
  ],
  [
    /\b(?:can|could|may|are) (?:they|(?:a |my |the )?social (?:workers?|services)|the (?:council|police|court|school))\b.{0,40}\b(?:take|remove|force|stop|refuse|make|arrest|keep)\b.{0,20}\b(?:my|me|us|our)\b/i,
    'legal',
  ],
  // persons
  [
    /\bwhere (?:does|did|is) (?!the |an? |it |this |that |every|any)[\p{L}'’-]+(?: [\p{L}'’-]+){0,2} (?:live|living|staying|hiding)[?.! ]*$/iu,
    'person',
  ],
  // with what the person is between the name and the question: "where does Jane Smith, the director in Leeds, live?"
  [/\b[Ww]here (?:does|did|is) \p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+,.{1,80}\b(?:live|living|staying|hiding)[?.! ]*$/u, 'person'],
  [
    /\b(?:home address|(?:phone|telephone|mobile) number|e-?mail address|date of birth|birthday)\b|\b[\p{L}]+['’]s (?:address|phone|mobile|e-?mail|salary|age|religion)[?.! ]*$/iu,
    'person',
  ],
  [
    /\bwho (?:is|was|are|were) the (?:mother|father|parents?|child|children|family|victims?|boy|girl|baby|teenager)\b|\bnames? of the (?:mother|father|parents?|child(?:ren)?|family|victims?|boys?|girls?|baby)\b/i,
    'person',
  ],
  // one's own case: "is my social worker any good?"
  [new RegExp(String.raw`${ASKS}\b.{0,24}\b${OWN}`, 'i'), 'own case'],
  // what the service does for people like oneself: "would they keep my daughter at her school?"
  [
    new RegExp(
      String.raw`${ASKS}\b.{0,24}\b${FAMILY}|\b(?:can|could|may) i\b(?! (?:please |just )?(?:have|get|see|know|ask)\b.{0,60}\b(?:grades?|ratings?|judge?ments?|lists?|tables?|results?|reports?|dates?|names?|figures?|summary|recommendations?)\b)`,
      'i',
    ),
    'own life',
  ],
  // the future
  [
    new RegExp(
      String.raw`^(?:and |so |but )?(?:do you think |when |how |what grade |which grade )?(?:will|would|might)\b.{1,50}\b(?:pass|fail|be (?:re-?)?(?:inspected|rated|judged|graded|${GRADE})|get (?:an? )?${GRADE}|get in (?:the|its|their) next|improve (?:by|next|in future))\b|\b(?:going|likely|expected|bound) to (?:pass|fail|be (?:rated|judged|graded)|get (?:an? )?${GRADE})\b|^(?:and |so |but )?(?:what|which|on (?:what|which)) (?:grade|rating|mark|judge?ment|result|day|date|week|month)\b.{0,30}\b(?:will|would|might)\b|\bwhen (?:is|will be) .{0,40}\bnext (?:inspection|inspected|visit)\b`,
      'i',
    ),
    'prediction',
  ],
]
