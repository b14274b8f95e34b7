import type { Signal } from '../../signal.ts'

/** How near the reader finds question and sentence, whatever their words. */
export const meaning: Signal = { name: 'meaning', says: 'means the like', of: ({ similarity }) => Math.max(0, similarity) }
