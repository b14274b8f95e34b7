/** Everyday names of what inspectors judge, each with the words that stand in the printed name. */

const AREAS = {
  overall: { asked: /\boverall\b/i, printed: /^overall effectiveness/i },
  leaders: {
    asked: /\b(leaders?|leadership)\b(?! and management)|\bimpact of leaders\b/i,
    printed: /impact of leaders|^leadership and management|^leadership, management/i,
  },
  management: {
    asked: /\bleadership,? (?:and )?management\b|\bmanagement\b(?! oversight)|\bgovernance\b/i,
    printed: /^leadership and management|^leadership, management|impact of leaders/i,
  },
  help: {
    asked:
      /\b(help(?:ing)?(?: children)? and protect(?:ion|ing)|need(?:ing|s)?(?: of)? (?:help|protection)|protection of children|protecting children|(?:keeping|kept) children safe|children in need|child protection|early help)\b/i,
    printed: /help and protection/i,
  },
  leavers: { asked: /\bcare[- ]leavers?\b|\bleaving care\b|\bcare[- ]experienced\b/i, printed: /care leavers/i },
  care: {
    asked:
      /\b(children in care|(?:looked[- ]after|cared[- ]for) children|children (?:who are )?cared for|in care|looked after|achieving permanence)\b/i,
    printed: /(children in care|children looked after)/i,
  },
  capacity: { asked: /\bcapacity (for|to) improve(ment)?\b/i, printed: /^capacity for improvement/i },
  value: { asked: /\bvalue[- ]for[- ]money\b/i, printed: /^value for money/i },
  provision: { asked: /\bquality of provision\b/i, printed: /^quality of provision/i },
  contribution: { asked: /\bpositive contribution\b/i, printed: /positive contribution/i },
  health: { asked: /\b(being healthy|health)\b/i, printed: /^being healthy/i },
  'staying safe': { asked: /\bstay(ing)? safe\b/i, printed: /^staying safe/i },
  achieving: { asked: /\benjoy(ing)? and achiev(e|ing)\b/i, printed: /^enjoying and achieving/i },
  'economic well-being': { asked: /\beconomic well-?being\b/i, printed: /^economic well-?being/i },
  users: { asked: /\b(user engagement|engagement of (service )?users|engaging (service )?users)\b/i, printed: /^user engagement/i },
  partnerships: { asked: /\bpartnerships?( working)?\b/i, printed: /^partnerships/i },
  equality: { asked: /\b(equality|diversity)\b/i, printed: /^equality and diversity/i },
  ambition: { asked: /\bambition\b|\bprioriti[sz]ation\b/i, printed: /^ambition and prioriti/i },
  evaluation: { asked: /\b(evaluation|performance management|quality assurance|workforce development)\b/i, printed: /^evaluation,/i },
  responsiveness: { asked: /\b(service responsiveness|responsiveness|complaints)\b/i, printed: /^service responsiveness/i },
  'direct work': { asked: /\b(direct work|assessments?)\b/i, printed: /^assessment and direct work/i },
  planning: { asked: /\b(case planning|planning, review|case review|recording)\b/i, printed: /^case planning/i },
  'feeling safe': { asked: /\bfeel safe\b/i, printed: /feel safe/i },
  'being safe': { asked: /\b(are|being|kept) safe\b/i, printed: /people are safe/i },
  safeguarded: { asked: /\bsafeguarded\b/i, printed: /safeguarded/i },
  adoption: { asked: /\badoption\b/i, printed: /adoption/i },
  board: { asked: /\b(local )?safeguarding (children )?board\b|\blscb\b/i, printed: /safeguarding (children )?board/i },
} as const satisfies Record<string, { asked: RegExp; printed: RegExp }>
export type AreaName = keyof typeof AREAS
const AREA_NAMES = Object.keys(AREAS) as AreaName[]

/** The parts of two-part reports. */
const PARTS = {
  safeguarding: {
    asked: /\bsafeguarding( services| provision)?\b(?! (children )?board)/i,
    printed: /^safeguarding services/i,
  },
  'looked after': { asked: /\b(looked[- ]after|lac\b|children in care)/i, printed: /looked after/i },
} as const satisfies Record<string, { asked: RegExp; printed: RegExp }>
export type PartName = keyof typeof PARTS

/** The judgement areas that a question names. */
export const areasIn = (question: string): AreaName[] => AREA_NAMES.filter((name) => AREAS[name].asked.test(question))
export const partIn = (question: string): PartName | null =>
  PARTS.safeguarding.asked.test(question) ? 'safeguarding' : PARTS['looked after'].asked.test(question) ? 'looked after' : null

/** Whether a printed judgement, or part of a report, is the one that was named. */
export const isArea = (name: AreaName, printed: string): boolean => AREAS[name].printed.test(printed)
/** Whether these words of a question are nothing but the name of an area, or a part of one. */
export const areWordsOfArea = (words: string): boolean => areasIn(words).length > 0 || AREA_WORDS.test(words)
const AREA_WORDS =
  /^(?:leadership|management|governance|help\w*|protect\w*|need\w*|care|leavers?|looked after|permanence|achiev\w*|adoption|safeguard\w*|perform\w*)$/i
export const isPart = (name: PartName, printed: string): boolean => PARTS[name].printed.test(printed)
