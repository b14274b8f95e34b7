import type { Signal } from '../../signal.ts'

/** How near the nearest other sentence of its paragraph is: what is asked is seldom said in one sentence alone. */
export const passageMeaning: Signal = {
  name: 'passageMeaning',
  says: 'its paragraph means the like',
  of: ({ passageSimilarity }) => Math.max(0, passageSimilarity),
}
