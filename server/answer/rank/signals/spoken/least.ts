import type { Signal } from '../../signal.ts'

/** Of two things asked, one alone is seldom an answer. */
export const least: Signal = { name: 'least', says: 'leaves nothing out that is asked', of: ({ coverage }) => coverage.least }
