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

/** What it is for: "for the minutes:", "drafting an action plan, so:", "my thesis needs it:". */
const PURPOSES = [
  /^(?:(?:it|this|that)(?:['’]s| is)|i (?:need|want) (?:it|this)|needed) for (?:an?|the|my|our|some)\b[^?]{2,60}$/i,
  /^for (?:an?|the|my|our|some) [^,:;?]{2,60}(?:,? please)?$/i,
  /^(?:checking|drafting|writing|preparing|compiling|researching|updating|putting together|working on|finishing) [^?]{2,80}$/i,
  /^(?:my|our) [\w’'-]+ (?:needs?|wants?|asks? for) (?:it|this|to know)$/i,
]
/** Who asks, in a sentence of its own: "I'm a union rep.", "I sit on the scrutiny panel." */
const ASKERS = [
  /^(?:i|we)(?:['’]?m|['’]re| am| are) (?:an? |the |on the )[^?]{2,60}$/i,
  /^(?:i|we) (?:sit on|volunteer|work (?:for|as|at|with)|chair|teach|write for|report for|run a)\b[^?]{0,60}$/i,
]
/** One of those that the reports are about: what is said of them is the matter. */
const CONCERNED =
  /\b(?:care|foster\w*|adopt\w*|kinship|young|teen\w*|mum|dad|mother|father|parents?|grand\w+|child\w*|kids?|daughters?|sons?|baby|pregnan\w*|homeless|disab\w*|autis\w*|\d+)\b/i

/** "…: ", "… - ", "…. ", "…, so: ": where one part of a message ends and the next begins. */
const BETWEEN = /(?:[.;:!?]|,? so:|\s[–—-])\s+/g

/** The parts of a message that say who asks and what for, beside a part that asks: spans in UTF-16 code units, with what ends them. */
export function asidesIn(text: string): [number, number][] {
  const ends = [...text.matchAll(BETWEEN)].map((found) => [found.index, found.index + found[0].length] as const)
  const parts = [...ends, [text.length, text.length] as const].map(([end, next], i) => ({ start: ends[i - 1]?.[1] ?? 0, end, next }))
  const isAside = ({ start, end }: { start: number; end: number }): boolean => {
    const part = text.slice(start, end).replace(/[.?!\s]+$/, '')
    return [...PURPOSES, ...ASKERS].some((one) => one.test(part)) && !CONCERNED.test(part)
  }
  const asides = parts.filter(isAside)
  const frame = framed(text)
  const all: [number, number][] = asides.length < parts.length ? asides.map(({ start, next }) => [start, next]) : []
  return frame > 0 ? [[0, frame], ...all.filter(([start]) => start >= frame)] : all
}

/** Where the frame of a question ends, in UTF-16 code units; 0 where it has none. */
function framed(text: string): number {
  for (const frame of FRAMES) {
    const found = frame.exec(text)
    if (found) return found[0].length
  }
  return 0
}

/** Spans blanked out, so that what stands elsewhere keeps its place. */
export const without = (spans: [number, number][], text: string): string =>
  spans.reduce((rest, [from, to]) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text)
