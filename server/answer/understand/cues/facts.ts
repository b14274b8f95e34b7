/** Questions about a report itself: who led it, when it was published, to whom it is addressed. */
import type { FactName } from '../../asks.ts'
import type { Concept } from '../../question.ts'

const DOCUMENT = '(?:it|that|this|inspections?|visits?|reviews?|reports?|letters?|papers?|team)'

/** Offices whose holders reports give a time in post. */
const OFFICES: [string, FactName][] = [
  [String.raw`(?:directors?(?: (?:of|for) children\S*(?: services)?)?|dcs)`, 'director in post'],
  [String.raw`chair(?:s|man|woman|person)?`, 'chair in post'],
  [String.raw`chief exec(?:utive)?`, 'chief executive in post'],
]
const POST = '(?:post|role|job|office|charge)'
/** "How long has the chair been in the job?", "since when …", "when did the director start?" */
const inPost = (office: string): RegExp =>
  new RegExp(
    [
      String.raw`\bhow (?:long|many years)\b.{0,50}\b${office}\b.{0,60}\b(?:(?:in|had|held)\b.{0,12}\b${POST}|been|served|there)\b`,
      String.raw`\b(?:since when|how recently)\b.{0,50}\b${office}\b`,
      String.raw`\bwhen\b.{0,50}\b${office}\b.{0,60}\b(?:start(?:ed)?|appointed|join(?:ed)?|beg[aiu]n|arrived?|(?:take|took) (?:up|over)\b|come in|came in|get the job)`,
      String.raw`\b${office}\b.{0,40}\b(?:since when|in ${POST} (?:since|for how long)|appointed when|(?:start|appointment) date|time in ${POST})\b`,
    ].join('|'),
    'i',
  )

const HOMES = String.raw`children(?:['’]?s|s['’])?(?: residential)? homes?`
const RUNS = '(?:run|runs|operates?|own|owns|have|has|got|keep|keeps|manage[sd]?)'

const FACTS: [RegExp, FactName][] = [
  ...OFFICES.map(([office, fact]): [RegExp, FactName] => [inPost(office), fact]),
  [
    new RegExp(
      String.raw`\b(?:how many|number of|any)\b.{0,20}\b${HOMES}\b(?: of its own| of their own)?(?: (?:does|do|has|have|did|had|are|is|were|that|the)\b.{0,50}\b${RUNS}| (?:are|were) (?:there|run)\b|(?: in [\w’' -]{3,40})?[?. ]*$)|\b(?:do|does|did)\b.{2,40}\b${RUNS} (?:any |its own |their own )+${HOMES}`,
      'i',
    ),
    'homes',
  ],
  [/\bdeputy (?:lead |to the lead )?inspectors?\b|\b(?:second|deputy) in charge\b|\bdeput(?:y|ised)\b.{0,20}\blead inspector\b/i, 'deputy'],
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
      `\\b(?:lead|leading|reporting) inspectors?\\b|\\binspector in charge\\b|\\bwho (?:led|leads|headed|ran|conducted|was in charge of|carried out|did)\\b.{0,40}\\b${DOCUMENT}\\b|\\b(?:which|what) (?:inspector|hmi)\\b|\\b(?:lead|leading) hmi\\b|\\bhmi (?:who|that|in charge)\\b`,
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
    /\b(?:when|what (?:day|date|month|year)|which (?:day|date|month|year))\b.{0,80}\b(?:publish\w*|issued?|released?|come out|came out|dated|sent)\b|\b(?:date|day) of (?:publication|issue|the (?:report|letter))\b|\bpublication date\b|\b(?:date|day) (?:was|is|of)\b.{0,40}\bpublish\w*\b|\bpublished (?:when|date)\b/i,
    'published',
  ],
  [
    /\b(?:previous|prior|earlier|last but one)\b.{0,25}\b(?:inspection|grades?|ratings?|judge?ments?|results?)\b|\b(?:grades?|rated|rating|judged|graded)\b.{0,40}\b(?:before that|previously|last time)\b|\blast inspected before\b|\b(?:the )?(?:time|inspection|report|visit|one) before\b(?! (?:the |a )?(?:court|judge))|\bhad\b.{0,40}\bbeen (?:judged|graded|rated)\b|\b(?:grades?|ratings?|results?|judge?ments?)\b.{0,20}\bbefore\b(?! (?:the |a )?(?:courts?|judges?)\b)|\b(?:last|latest|most recent) (?:full )?inspect\w*\b.{0,30}\bbefore\b|\binspected\b.{0,30}\bbefore\b.{0,40}\b(?:grade|result|judged|rated|outcome|what)\b/i,
    'previous',
  ],
  [
    /\b(?:when|what (?:day|date|year|month)s?|which (?:day|date|year|month)s?|how long ago|dates?)\b.{0,60}\b(?:inspect\w*|visit(?:s|ed)?|review)\b|\blast inspect\w*\b.{0,30}\bwhen\b|\b(?:re-?)?(?:inspection|visit|review) (?:dates?|days?)\b/i,
    'inspected',
  ],
]

/** Words for a report and its making: with one more, the question is about that. */
const DOCUMENT_WORDS =
  /^(?:led|lead|leads|leading|headed|ran|head|conduct\w*|carr\w+|charge|reporting|sign\w*|wrote|write|written|author\w*|(?:re-?)?inspect\w*|visit\w*|review\w*|report\w*|letters?|site|focus\w*|monitoring|published?|publication|publish\w*|issued?|released?|came|come|out|dated?|dates?|days?|sent|send|address\w*|addressees?|recipients?|receiv\w*|directed|urn|unique|reference|numbers?|no|teams?|size|big|large|many|director\w*|dcs|executive|child\w*|services?|of|names?|who|whom|previous\w*|prior|earlier|last|time|before|grade[ds]?|rat(?:ed|ings?)|judg\w+|results?|overall|effectiveness|full|signatory|ago|council\w*|ofsted\w*|hmi|majesty|frameworks?|under|types?|kinds?|sorts?|used?|ilacs|sif|social|care|safeguarding|deputy|according|get|give[ns]?|gave|outcome|result)$/i
/** What else such questions are put with. */
const ALSO: Partial<Record<FactName, RegExp>> = {
  'director in post':
    /^(?:post|role|job|office|long|since|start\w*|appoint\w*|join\w*|took|taken?|held|had|served?|years?|current\w*|present|lead|over|up|chair\w*|independent|lscb|board|partnership|local|helm)$/i,
  homes:
    /^(?:children\w*|homes?|residential|run\w*|operat\w*|own\w*|manag\w*|keep\w*|has|have|got|many|number|any|local|authority|its|their)$/i,
}
for (const fact of ['chair in post', 'chief executive in post'] as const) ALSO[fact] = ALSO['director in post']!

/** The facts asked for; none where the question is about more than the document. */
export function factsIn(text: string, concepts: Concept[]): FactName[] {
  const found = FACTS.find(([pattern]) => pattern.test(text))?.[1]
  if (!found) return []
  const about = ({ words, light }: Concept): boolean =>
    light || words.split(/[\s’'-]+/).every((word) => word.length < 2 || DOCUMENT_WORDS.test(word) || ALSO[found]?.test(word))
  if (!concepts.every(about)) return []
  // "who led it and when?"
  return found === 'lead' && /\band when\b/i.test(text) ? ['lead', 'inspected'] : [found]
}
