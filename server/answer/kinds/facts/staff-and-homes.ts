/** Sentences that print since when somebody is in post, how many homes a council runs, and who was second in charge of an inspection. */
import type { Placed } from '../../../../index/search/corpus.ts'
import type { FactName } from '../../asks.ts'
import { type Line, linesWith } from './lines.ts'

/** Of sentences that tell the same, so many are enough (2 to 4). */
const MOST_SENTENCES = 2

const SINCE = String.raw`(?:in (?:post|role|office)|(?:took|taken|take) up (?:the |his |her |their |this )?(?:post|role|position|appointment)|appointed (?:to (?:the|this) (?:post|role)|in|on|since)|started in|joined .{0,40} in|(?:was|been|is) appointed|(?:since|from) \w+ (?:19|20)\d\d)`
const since = (office: string): RegExp => new RegExp(String.raw`\b${office}\b.{0,90}\b${SINCE}\b`, 'i')

const OFFICES: Partial<Record<FactName, RegExp>> = {
  'director in post': since(String.raw`(?:director (?:of|for) children\S*(?: \w+)?|DCS)`),
  'chair in post': since(String.raw`chair`),
  'chief executive in post': since(String.raw`chief executive`),
}
/** Said as a fact of the council before a finding that mentions it. */
const IN_POST = /\b(?:in post|took up|appointed)\b/i
const WHEN = /\b(?:19|20)\d\d\b|\b(?:\w+ )?(?:months?|years?|weeks)\b|\brecent(?:ly)?\b/i

/** "The local authority operates six children’s homes", "does not operate any", "Leeds has 12 children’s homes". */
const HOMES =
  /\b(?:operates?|runs|owns|manages|has)\b(?: (?!children)[\w’'-]+){0,4} children[’']s homes?\b(?! (?:in|that are) (?:need|unregistered))/i
const NO_RUNNING = /\b(?:unregistered|placed|living|children in)\b/i

/** "Deputy lead inspector: Jane Brown". */
const DEPUTY = /\bdeputy lead inspector:?\s+\S.*/i

export function staffAndHomes(fact: FactName, placed: Placed[]): Line[] {
  if (fact === 'deputy') return linesWith(DEPUTY, placed, 1)
  if (fact === 'homes')
    return linesWith(HOMES, placed)
      .filter((line) => !NO_RUNNING.test(said(line)))
      .slice(0, 1)
  const office = OFFICES[fact]
  if (!office) return []
  const lines = linesWith(office, placed).filter((line) => WHEN.test(said(line)))
  const plain = lines.filter((line) => line.placed.passage.speaker.voice === 'fact' || IN_POST.test(said(line)))
  const facts = plain.filter((line) => line.placed.passage.speaker.voice === 'fact')
  return (facts.length > 0 ? facts : plain).slice(0, MOST_SENTENCES)
}

function said({ placed: { passage }, sentences }: Line): string {
  const [from, to] = sentences ?? [0, passage.sentences.length - 1]
  return passage.text.slice(passage.sentences[from]?.start ?? 0, passage.sentences[to]?.end ?? passage.text.length)
}
