/** Two councils or two times held against each other. */

const COMPARES =
  /\b(compare[ds]?|comparison|compared|versus|vs|differ(s|ed|ence|ences|ent)?|better|worse|best|changed?|changes|improved since|between|both|either|than|then and now|over time|progress(ed)? since|contrast)\b/i

export const comparesIn = (text: string): boolean => COMPARES.test(text)
