import type { Signal } from '../../signal.ts'

export const passage: Signal = { name: 'passage', says: 'its paragraph speaks of it', of: ({ coverage }) => coverage.passage }
