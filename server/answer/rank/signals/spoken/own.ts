import type { Signal } from '../../signal.ts'

export const own: Signal = { name: 'own', says: 'speaks of what is asked', of: ({ coverage }) => coverage.own }
