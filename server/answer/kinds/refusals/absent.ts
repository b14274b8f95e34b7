/** What cannot be answered because the collection, or the question, lacks what it takes. */
import { predecessorsOf, successorsOf } from '../../../../index/library/reorganisations.ts'
import { quoteOf } from '../../../cite/quote.ts'
import { latestGrades } from '../../grades.ts'
import { emptyGroup } from '../../understand/scope/groups.ts'
import { FIXED, NOT_FOUND } from '../../wording.ts'
import { type Kind, refusal } from '../kind.ts'

/** A council that is no more names those that took over, with the latest grades of those that the collection has. */
export const absentCouncil: Kind = {
  name: 'absent council',
  intent: 'passages',
  answer({ missing }, corpus) {
    if (!missing?.authority || missing.year !== null || missing.elsewhere) return null
    const kin = new Set([...successorsOf(missing.authority), ...predecessorsOf(missing.authority)].map(({ name }) => name))
    const related = latestGrades(corpus.reports.filter(({ authority }) => kin.has(authority ?? ''))).flatMap(({ overall }) =>
      overall.flatMap(({ passageId }) => {
        const placed = corpus.passages.get(passageId)
        return placed ? [quoteOf({ placed, sentences: null, why: 'The latest grade of a council that has, or had, the same area' })] : []
      }),
    )
    return { ...refusal(NOT_FOUND.authority(missing.authority, corpus)), related }
  },
}

/** A place that no council of England is, or a name that nobody here knows. */
export const elsewhere: Kind = {
  name: 'a place elsewhere',
  intent: 'passages',
  answer: ({ missing }, corpus) =>
    missing?.authority && missing.elsewhere ? refusal(NOT_FOUND.elsewhere(missing.authority, missing.elsewhere, corpus)) : null,
}

export const absentYear: Kind = {
  name: 'absent year',
  intent: 'passages',
  answer: ({ missing }, corpus) => (missing?.year ? refusal(NOT_FOUND.year(missing, corpus)) : null),
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
