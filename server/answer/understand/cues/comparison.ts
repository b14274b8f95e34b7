/** Two councils or two times held against each other. */

const COMPARES =
  /\b(compare[ds]?|comparison|compared|versus|vs?|differ(s|ed|ence|ences|ent)?|better|worse|best|changed?|changes|improved since|both|either|than|progress(ed)? since|contrast)\b/i
const YEAR = String.raw`(?:in )?(?:19|20)\d\d(?:['’]s)?`
/** "2014 against 2019": the years themselves are set against each other. */
const SETS_YEARS = new RegExp(String.raw`\b${YEAR},? (?:against|with|to) (?:that of |the one of )?${YEAR}\b`, 'i')
/** One council held against its own past, whatever years its reports are of. */
const OVER_TIME =
  /\b(?:then (?:and|or|vs?|versus) now|now (?:and|vs?|versus) then|past and present|before and after|over time|(?:through|over|across|down) the years|year (?:by|on) year|from (?:report|inspection) to (?:report|inspection)|(?:between|across|over) (?:(?:all|its|the|their|each of its) )?(?:inspections|reports))\b/i

export const comparesIn = (text: string): boolean => COMPARES.test(text) || SETS_YEARS.test(text) || OVER_TIME.test(text)
export const comparesTimes = (text: string): boolean => OVER_TIME.test(text)
