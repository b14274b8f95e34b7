/** What is no question about the reports gets a fixed reply. */
import { ASKS_AS_WELL } from '../../asks.ts'
import { FIXED, OWN_CASE } from '../../wording.ts'
import { type Kind, refusal } from '../kind.ts'

export const smallTalk: Kind = {
  name: 'small talk',
  intent: 'passages',
  answer: ({ asks: { talk } }) => (talk && !ASKS_AS_WELL.has(talk) ? refusal(FIXED[talk]) : null),
}

/** "Would they keep my daughter at her school?": what the reports say of the service answers it, as far as they do. */
export const ownLife: Kind = {
  name: 'own life',
  intent: 'passages',
  async answer({ asks, ...question }, _corpus, later) {
    const { talk } = asks
    if (!talk) return null
    const { composed } = await later({ ...question, asks: { ...asks, talk: null } })
    return composed.quotes.length > 0 ? { ...composed, notes: [...(composed.notes ?? []), OWN_CASE] } : { ...composed, reason: FIXED[talk] }
  },
}
