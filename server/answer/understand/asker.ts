/** Who asks, and for whom: the part of a question that is not what is asked. */

const ROLES =
  'journalist|reporter|councillor|parent|mum|dad|mother|father|social worker|officer|manager|member|governor|resident|student|researcher|carer|foster carer|grandparent|teacher|auditor|adviser|consultant'
const ASKING = '(?:wants?|wanted|needs?|would like|asked|asks|is asking|are asking|has asked|have asked|wonders?|wondered|is wondering)'

const FRAMES = [
  // "As a journalist, what …"
  new RegExp(`^as an? (?:[\\w’'-]+ ){0,2}(?:${ROLES})\\b[^,?.]{0,40},`, 'i'),
  // "I'm a parent in Stafford whose son …": what follows may be the matter
  new RegExp(
    `^(?:i|we)(?:['’]m|['’]re| am| are) an? (?:[\\w’'-]+ ){0,2}(?:${ROLES})\\b(?: (?:in|at|for|from|with) [^,.:;?]{2,30}?)?(?=[,.:;]|\\s(?:and|whose|who)\\b)`,
    'i',
  ),
  // "I am preparing a scrutiny briefing: how …"
  /^(?:i|we)(?:['’]m|['’]re| am| are) (?:writing|preparing|drafting|putting together|working on|researching)\b[^?.:;,]{0,80}[.:;,]/i,
  // "Our lead member wants to know whether …"
  new RegExp(
    `^(?:(?:our|my|the|a) (?:[\\w’'-]+ ){0,3}[\\w’'-]+|i|we|someone) ${ASKING}(?: me| us)?(?: to (?:know|find out|see|check|understand|hear|ask))?\\s+(?=(?:whether|if|what|how|why|when|where|who|which)\\b)`,
    'i',
  ),
]

/** Where the frame of a question ends, in UTF-16 code units; 0 where it has none. */
export function framed(text: string): number {
  for (const frame of FRAMES) {
    const found = frame.exec(text)
    if (found) return found[0].length
  }
  return 0
}
