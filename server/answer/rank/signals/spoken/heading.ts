import type { Signal } from '../../signal.ts'

export const heading: Signal = { name: 'heading', says: 'stands under a heading on it', of: ({ coverage }) => coverage.heading }
