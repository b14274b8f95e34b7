/** What cannot be answered because the collection, or the question, lacks what it takes. */
import { emptyGroup } from '../understand/scope/groups.ts'
import { FIXED, NOT_FOUND } from '../wording.ts'
import { type Kind, refusal } from './kind.ts'

export const absentCouncil: Kind = {
  name: 'absent council',
  intent: 'passages',
  answer: ({ missing }, corpus) =>
    missing?.authority && missing.year === null ? refusal(NOT_FOUND.authority(missing.authority, corpus)) : null,
}

export const absentYear: Kind = {
  name: 'absent year',
  intent: 'passages',
  answer: ({ missing }, corpus) => (missing?.year ? refusal(NOT_FOUND.year(missing.year, missing.authority, corpus)) : null),
}

export const emptyGroupOfCouncils: Kind = {
  name: 'empty group',
  intent: 'passages',
  answer: ({ group, reports }, corpus) => (group && reports.length === 0 ? refusal(emptyGroup(group.group, corpus.reports)) : null),
}

export const noReports: Kind = {
  name: 'no reports',
  intent: 'passages',
  answer: ({ reports }) => (reports.length === 0 ? refusal(NOT_FOUND.noReports) : null),
}

/** Nothing is asked for and nothing is named. */
export const nothingAsked: Kind = {
  name: 'nothing asked',
  intent: 'passages',
  answer({ concepts, phrases, scope, asks }) {
    if (concepts.length > 0 || phrases.length > 0 || scope.reports.length > 0 || scope.authorities.length > 0) return null
    return asks.unclear ? { ...refusal(FIXED.unclear), unclear: true } : refusal(FIXED.empty)
  },
}
