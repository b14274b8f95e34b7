/** A question that leans on the one before: what the new words change, what stays. */
import { CARRIED_WEIGHT } from './concepts.ts'
import { areasIn, partIn } from './cues/areas.ts'
import { isSideOnly } from './cues/tone.ts'
import { groupName } from './scope/groups.ts'
import type { Named } from './scope/scope.ts'
import type { Parsed } from './understand.ts'

const NEW_TOPIC = /^(new (topic|question|subject)|different (topic|question)|change of (topic|subject))\b/i
const LEANS =
  /^(and|but|also|what about|how about|what else|anything else|same|so|then|ok(ay)?,? and|now)\b|\b(same (question|thing|again)|as well|too|instead|there|afterwards|compared (to|with) that)\b[?.! ]*(please)?[?.! ]*$/i
const PRONOUN =
  /\b(it|its|they|them|their|he|she|that|those|these|this (report|letter|visit|inspection|paper|one)|affected|involved|concerned|afterwards)\b/i
const THE_DOCUMENT =
  /\b(the (report|letter|visit|inspection|paper|inspectors?)|who (said|wrote|signed|were the)|which (inspector|report))\b/i
/** "Which was the weakest?", "which of them are good?": of what was shown before. */
const OF_THOSE = /^which (?:ones? |of (?:them|these|those) )?(?:is|was|are|were|got|gets|has|had)\b/i
/** "And for looked after children?" narrows the question before; it is no new one. */
const MODIFIES = /^(and |but |what about |how about )?(for|among|with|by|to|from) /i
/** "Anything positive?", "any problems?": only a shade, of what was asked before. */
const SHADE_ONLY =
  /^(?:any|anything|something|some|good|bad|positives?|negatives?|problems?|strengths?|weaknesses|what['’]s (?:good|bad)|is (?:it|that) (?:good|bad))\b(?:\W+[\w’'-]+){0,3}\W*$/i
/** A question of more content words than this speaks for itself, whatever pronouns it holds. */
const LONGEST_FOLLOW_UP = 4

/** True where the words point at something said before: "and why?", "what about them?". */
export const leans = (text: string): boolean => LEANS.test(text) || PRONOUN.test(text) || OF_THOSE.test(text) || /^why\b/i.test(text)

/** True where the question cannot be understood without the one before. */
export function isFollowUp({ text, concepts, named }: Parsed): boolean {
  if (NEW_TOPIC.test(text)) return false
  if (LEANS.test(text)) return true
  const ownScope =
    named.authorities.length + named.years.length + named.kinds.length + named.absent.length > 0 || named.latest || named.group !== null
  if (concepts.length === 0) return !/\b(summari[sz]e|overview|main (findings|points)|headline)\b/i.test(text) || !ownScope
  if (!ownScope && isSideOnly(concepts) && SHADE_ONLY.test(text)) return true
  if (concepts.length > LONGEST_FOLLOW_UP) return false
  if (!ownScope && OF_THOSE.test(text)) return true
  return PRONOUN.test(text) || (!ownScope && THE_DOCUMENT.test(text))
}

const namesPlace = ({ authorities, absent, allCouncils, group, elsewhere }: Named): boolean =>
  authorities.length + absent.length > 0 || allCouncils || group !== null || elsewhere !== null
const namesTime = ({ years, latest, range }: Named): boolean => years.length > 0 || latest || range !== null

/** Swaps what the new words change and keeps the rest. */
export function merge(own: Parsed, before: Parsed): Parsed {
  const place = namesPlace(own.named) ? own.named : before.named
  const time = namesTime(own.named) ? own.named : before.named
  const kinds = own.named.kinds.length > 0 ? own.named.kinds : namesPlace(own.named) ? [] : before.named.kinds
  const named: Named = {
    authorities: place.authorities,
    absent: place.absent,
    elsewhere: place.elsewhere,
    allCouncils: place.allCouncils,
    group: place.group,
    years: time.years,
    months: time.months,
    range: time.range,
    clock: time.clock,
    vague: namesTime(own.named) ? own.named.vague : [...new Set([...before.named.vague, ...own.named.vague])],
    latest: time.latest,
    events: [...own.named.events, ...time.events],
    kinds,
    used: own.named.used,
  }
  const swapsTopic = own.concepts.length > 0
  const solid = !isSideOnly(own.concepts)
  const keepsTopic = swapsTopic && !solid && (SHADE_ONLY.test(own.text) || LEANS.test(own.text))
  const keepsQuestion =
    !swapsTopic ||
    (keepsTopic && LEANS.test(own.text)) ||
    (isAboutGrades(before.text) && (areasIn(own.text).length > 0 || partIn(own.text) !== null))
  const leansOnTopic =
    swapsTopic &&
    !own.aboutDocument &&
    (MODIFIES.test(own.text) || (PRONOUN.test(own.text) && !/^(what|how) about (?!their\b|its\b|his\b|her\b)/i.test(own.text)))
  const carried = before.concepts.map((concept) => ({
    ...concept,
    weight: concept.weight * (solid && !MODIFIES.test(own.text) ? CARRIED_WEIGHT : 1),
    required: !solid && concept.required,
  }))
  const concepts = !swapsTopic
    ? before.concepts
    : keepsTopic
      ? [...before.concepts, ...own.concepts]
      : leansOnTopic
        ? [...own.concepts, ...carried]
        : own.concepts
  return {
    ...own,
    text: restated(own, before, named, keepsQuestion, leansOnTopic || keepsTopic),
    topic: !swapsTopic ? before.topic : leansOnTopic || keepsTopic ? `${own.topic} ${before.topic}` : own.topic,
    named,
    concepts,
    phrases: swapsTopic ? own.phrases : before.phrases,
    excluded: [...own.excluded, ...(swapsTopic ? [] : before.excluded)],
    // "and for looked after children?" still asks how many
    wanted: own.wanted ?? (swapsTopic && !keepsQuestion && !MODIFIES.test(own.text) ? null : before.wanted),
  }
}

const isAboutGrades = (text: string): boolean =>
  /\b(grade[ds]?|rated|rating|judge(d|ment)?|judgements?|overall effectiveness|capacity for improvement)\b/i.test(text)

/** The follow-up as a question of its own, for the reader to check. */
function restated(own: Parsed, before: Parsed, named: Named, keepsQuestion: boolean, leansOnTopic: boolean): string {
  const where = named.group ? groupName(named.group) : [...named.authorities, ...named.absent].join(' and ')
  const when = named.years.join(' and ') || (named.latest ? 'latest report' : '')
  const scope = [where && (named.group ? where : `in ${where}`), when && `(${when})`].filter(Boolean).join(' ')
  const bare = (parsed: Parsed): string => withoutScope(parsed).replace(/[?.!\s]+$/, '')
  const why = /^(and |but )?why\b/i.test(own.text) ? 'Why? ' : ''
  if (own.concepts.length === 0 && !own.wanted) return `${why}${bare(before)} ${scope}?`.replace(/\s+\?/, '?')
  const topic = before.concepts.map(({ words }) => words).join(' ')
  const opening = bare(own).replace(/^(and|but|also|so|then)\b[, ]*/i, '')
  const about = keepsQuestion ? ` (asked as: ${bare(before)})` : leansOnTopic && topic ? ` (about ${topic})` : ''
  return `${opening.charAt(0).toUpperCase()}${opening.slice(1)}${scope ? ` ${scope}` : ''}${about}?`
}

/** The text without the words that name its scope, and without the prepositions left hanging before them. */
function withoutScope({ text, tokens, named }: Parsed): string {
  let rest = ''
  let at = 0
  tokens.forEach((token, i) => {
    if (!named.used.has(i)) return
    rest += text.slice(at, token.start).replace(/\b(in|for|at|of|by|from|and|the)\s+$/i, '')
    rest += ' '
    at = token.end
  })
  return (rest + text.slice(at))
    .replace(/\s+/g, ' ')
    .replace(/\s+([?.!,])/g, '$1')
    .trim()
}
