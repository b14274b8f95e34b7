/** Where a text names an authority. */
import { foldWord, tokens } from '../../text/analyzer.ts'
import { type Authority, authorityAt, beginsName } from '../authorities.ts'

export type Mention = {
  authority: Authority
  /** As printed, with "Council" and the like where they follow. */
  printed: string
  /** Printed as the name of a council, not of a place alone. */
  asCouncil: boolean
  /** Begins a sentence that goes on in lower case, where any word has a capital: "Reading records helps." */
  capitalAnyway: boolean
}

/** What makes "Derby Hospital" or "Lancashire Constabulary" another body than the authority. */
const OTHER_BODY =
  /^ (?:(?:and|&) \p{Lu}[\p{L}-]+ )?(?:County )?(?:Police|Constabulary|Universit|Hospital|Healthcare|NHS|Fire|Ambulance|Probation|Court|Family Court|College|School|Academy|Airport|Diocese|Road|Street|Lane|Square|Clinical|Health|Integrated Care|CCG|Community Rehabilitation)/u
const BEFORE_OTHER_BODY = /(?:University|Diocese|Archdiocese|Bishop|College|Hospitals?) (?:of|for|in) (?:the )?$/
/** What follows a name where a council is meant. */
const COUNCIL_AFTER =
  /^(?:[ ,]+(?:County|City|Borough|Metropolitan|Unitary|District|London|MBC|of|the|and|Local))*[ ,]+(?:Council|Authority|Corporation|Borough|District|MBC)\b/i
const COUNCIL_BEFORE =
  /(?:^|[^\p{L}])(?:The )?(?:(?:London |Royal |Metropolitan )?(?:Borough|Council|City|County|District)|Corporation) of (?:the )?$/iu

const CAPITALIZED = /\p{Lu}[\p{L}\p{N}]*(?:['’]\p{L}+)*/gu

/** A trust may work for several councils, so that its name tells none. */
const trustOf = ({ trust }: Authority): string | null =>
  trust
    ? tokens(trust)
        .map(({ word }) => word)
        .join(' ')
    : null

/** Every authority that a text names with a capital, in order; of overlapping names the longest. */
export function authoritiesIn(text: string): Mention[] {
  const found: Mention[] = []
  if (!text.match(CAPITALIZED)?.some((word) => beginsName(foldWord(word)))) return found
  const words = tokens(text)
  const plain = words.map(({ word }) => word)
  for (let at = 0; at < words.length; at++) {
    const start = words[at]!.start
    // names begin with a capital: "reading" is no town
    if (!/\p{Lu}/u.test(text[start]!)) continue
    const match = authorityAt(plain, at)
    if (!match) continue
    const end = words[at + match.length - 1]!.end
    const matched = plain.slice(at, at + match.length).join(' ')
    at += match.length - 1
    if (matched === trustOf(match.authority)) continue
    const before = text.slice(0, start)
    const after = text.slice(end).replace(/^[’']s/, '')
    if (OTHER_BODY.test(after) || BEFORE_OTHER_BODY.test(before)) continue
    const followed = COUNCIL_AFTER.exec(text.slice(end))?.[0] ?? ''
    const printed = text.slice(start, end) + followed
    const asCouncil = followed !== '' || /\b(?:Council|Corporation|Borough)\b/i.test(printed) || COUNCIL_BEFORE.test(before)
    const capitalAnyway = /(?:^|[.!?:;]\s)\W*$/.test(before) && /^ \p{Ll}/u.test(text.slice(end))
    found.push({ authority: match.authority, printed, asCouncil, capitalAnyway })
  }
  return found
}
