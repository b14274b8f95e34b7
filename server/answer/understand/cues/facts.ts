/** Questions about a report itself: who led it, when it was published, to whom it is addressed. */
import type { FactName } from '../../asks.ts'
import type { Concept } from '../../question.ts'

const DOCUMENT = '(?:it|that|this|inspections?|visits?|reviews?|reports?|letters?|papers?|team)'

const FACTS: [RegExp, FactName][] = [
  [/\bhow many (?:\w+ )?inspectors\b|\b(?:how (?:big|large|many)|size of)\b.{0,20}\b(?:inspection )?team\b/i, 'team size'],
  [/\burn\b|\bunique reference\b|\breference (?:number|no)\b|\bofsted(?:['’]s)? number\b/i, 'urn'],
  [/\bframeworks?\b|\b(?:what|which) (?:type|kind|sort) of (?:inspection|visit)\b/i, 'framework'],
  [new RegExp(`\\bwho (?:signed|wrote|sent|authored)\\b.{0,30}\\b${DOCUMENT}\\b|\\bsignatory\\b|\\bsigned by\\b`, 'i'), 'signed'],
  [
    /\b(?:addressee|recipient|to whom)\b|\b(?:addressed|written|sent|directed) to\b|\bwho(?:m|s)?\b.{0,30}\b(?:addressed|written|sent|letter) (?:to|for)\b|\bwho (?:received|got) (?:it|the letter|the report)\b/i,
    'addressee',
  ],
  [
    new RegExp(
      `\\b(?:lead|leading|reporting) inspectors?\\b|\\binspector in charge\\b|\\bwho (?:led|leads|headed|ran|conducted|was in charge of|carried out|did)\\b.{0,40}\\b${DOCUMENT}\\b|\\b(?:which|what) inspector\\b`,
      'i',
    ),
    'lead',
  ],
  [
    /\bwho (?:were|was|are) (?:the|its|their|your)?\s*(?:\w+ )?(?:inspectors?|inspection team)\b|\bwho (?:inspected|visited)\b|\bnames? (?:of )?(?:all )?(?:the|its|their) (?:inspectors?|inspection team)\b|\bwhich inspectors\b|\bwho (?:was|were) on the (?:inspection )?team\b|^(?:the )?inspectors\b[^?]{0,3}$/i,
    'inspectors',
  ],
  [
    /\bwho (?:is|was|are|were)\b.{0,40}\b(?:directors?|dcs)\b|\bnames? of (?:the|its|their) (?:director|dcs)\b|\bdirector['’]s name\b/i,
    'director',
  ],
  [
    /\bwhen\b.{0,80}\b(?:publish\w*|issued?|released?|come out|came out|dated|sent)\b|\b(?:date|day) of (?:publication|issue|the (?:report|letter))\b|\bpublication date\b|\b(?:date|day) (?:was|is|of)\b.{0,40}\bpublish\w*\b|\bpublished (?:when|date)\b/i,
    'published',
  ],
  [
    /\b(?:previous|prior|earlier|last but one)\b.{0,25}\b(?:inspection|grades?|ratings?|judge?ments?|results?)\b|\b(?:grades?|rated|rating|judged|graded)\b.{0,40}\b(?:before that|previously|last time)\b|\blast inspected before\b/i,
    'previous',
  ],
  [
    /\b(?:when|what (?:day|date|year|month)s?|which (?:day|date|year|month)s?|how long ago|dates?)\b.{0,60}\b(?:inspect\w*|visit(?:s|ed)?|review)\b|\blast inspect\w*\b.{0,30}\bwhen\b/i,
    'inspected',
  ],
]

/** Words for a report and its making: with one more, the question is about that. */
const DOCUMENT_WORDS =
  /^(?:led|lead|leads|leading|headed|ran|head|conduct\w*|carr\w+|charge|reporting|sign\w*|wrote|write|written|author\w*|inspect\w*|visit\w*|review\w*|report\w*|letters?|focus\w*|monitoring|published?|publication|publish\w*|issued?|released?|came|come|out|dated?|dates?|days?|sent|send|address\w*|addressees?|recipients?|receiv\w*|directed|urn|unique|reference|numbers?|no|teams?|size|big|large|many|director\w*|dcs|executive|child\w*|services?|of|names?|who|whom|previous\w*|prior|earlier|last|time|before|grade[ds]?|rat(?:ed|ings?)|judg\w+|results?|overall|effectiveness|full|signatory|ago|council\w*|ofsted\w*|hmi|majesty|frameworks?|under|types?|kinds?|sorts?|used?|ilacs|sif|social|care|safeguarding)$/i

/** The facts asked for; none where the question is about more than the document. */
export function factsIn(text: string, concepts: Concept[]): FactName[] {
  const about = ({ words, light }: Concept): boolean =>
    light || words.split(/[\s’']+/).every((word) => word.length < 2 || DOCUMENT_WORDS.test(word))
  if (!concepts.every(about)) return []
  const found = FACTS.find(([pattern]) => pattern.test(text))?.[1]
  if (!found) return []
  // "who led it and when?"
  return found === 'lead' && /\band when\b/i.test(text) ? ['lead', 'inspected'] : [found]
}
