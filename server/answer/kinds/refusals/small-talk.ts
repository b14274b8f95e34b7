/** What is no question about the reports gets a fixed reply. */
import { FIXED } from '../../wording.ts'
import { type Kind, refusal } from '../kind.ts'

export const smallTalk: Kind = {
  name: 'small talk',
  intent: 'passages',
  answer: ({ asks: { talk } }) => (talk ? refusal(FIXED[talk]) : null),
}
