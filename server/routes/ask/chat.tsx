/** The chat page. A conversation is its questions, and they stand in its address. */
import type { Context } from 'hono'
import { Hono } from 'hono'

import type { Turn } from '../../../views/answer/answer.tsx'
import { type Draft, LONGEST_QUESTION } from '../../../views/ask/ask-form.tsx'
import { ChatView } from '../../../views/ask/chat.tsx'
import { brand } from '../../../views/frame/brand.ts'
import { type Asked, NO_PICKS } from '../../../views/parts/links.ts'
import { askKept } from '../../answer/kept-answers.ts'
import { quoteIds } from '../../briefing/own.ts'
import type { Config } from '../../config.ts'
import { compressed } from '../../http/compressed.ts'
import type { AppEnv } from '../../http/env.ts'
import { turnsWithin } from '../../http/load.ts'
import { collectionOf } from '../reports/report-card.ts'
import { assetUrl } from '../service/assets.ts'
import { framed, ownEntries } from '../service/frame.tsx'
import { type Conversation, readConversation, scopeOf } from './asked.ts'
import { conversationBefore } from './came-from.ts'
import { personalDataIn } from './personal-data.ts'
import { suggestionsOf } from './suggestions.ts'
import { openOf, type Talk, turnOf } from './turns.ts'

/** Questions that show what the collection and the service can do; each has an answer in the reports supplied. */
const EXAMPLES = [
  'What did Ofsted say about return home interviews?',
  'How has Staffordshire changed since 2009?',
  'How have Staffordshire’s judgements changed?',
  'Compare Staffordshire and Stoke-on-Trent on thresholds',
  'What needs to improve in Stoke-on-Trent?',
]

const EMPTY = 'Enter a question. For example, “What did Ofsted say about caseloads?”'

/** Why the last question cannot be asked, or what to warn of first; null where it can. */
function draftOf({ asked }: Conversation): Draft | null {
  const last = asked.at(-1)
  if (!last) return null
  const draft = { text: last.question, picks: last.picks, personal: [], error: null }
  if (!last.question) return { ...draft, error: EMPTY }
  if (last.question.length > LONGEST_QUESTION)
    return { ...draft, error: `Question must be ${LONGEST_QUESTION} characters or less. It has ${last.question.length}.` }
  const personal = last.sure ? [] : personalDataIn(last.question)
  return personal.length > 0 ? { ...draft, personal } : null
}

/** A form sends every field. Controls that were left alone are not to stand in the address. */
const withoutBlanks = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...query].filter(([name, value]) => name === 'q' || value !== ''))

const isAskable = ({ question }: Asked): boolean => question.length > 0 && question.length <= LONGEST_QUESTION

export function chatRoutes({ requestSeconds, ...originals }: Pick<Config, 'requestSeconds' | 'dataDir' | 'keepOriginals'>) {
  const routes = new Hono<AppEnv>()
  routes.use(compressed())
  routes.get('/', async (c) => {
    const query = new URL(c.req.url).searchParams
    const tidy = withoutBlanks(query)
    if (tidy.size < query.size) return c.redirect(`/${tidy.size > 0 ? `?${tidy}` : ''}`)
    const conversation = readConversation(query)
    const held = draftOf(conversation)
    const asked = (held ? conversation.asked.slice(0, -1) : conversation.asked).filter(isAskable)
    const entries = ownEntries(c)
    const talk = { asked, kept: new Set(quoteIds(entries)), originals }
    const turns = await answer(c, talk, turnsWithin(requestSeconds, c))
    if (!held) c.set('outcome', turns.at(-1)?.answer.outcome)
    const draft = held ?? { text: '', error: null, personal: [], picks: conversation.next }
    const opened = query.get('open')
    const title = asked.at(-1)?.question ?? (draft.personal.length > 0 ? 'Check your question' : brand.name)
    // Nothing of a conversation is to stay in a cache, and a question that was not asked is not to stand in the address.
    c.header('cache-control', 'no-store')
    c.header('vary', 'HX-Request')
    if (held) c.header('HX-Push-Url', 'false')
    return c.html(
      framed(
        c,
        { title: draft.error ? `Error - ${title}` : title, here: '/', asked, entries },
        <ChatView
          turns={turns}
          asked={asked}
          brought={conversation.brought.filter((id) => !talk.kept.has(id))}
          draft={draft}
          collection={collectionOf(c.get('corpus'))}
          open={openOf(opened, turns, c.get('corpus'))}
          cleared={null}
          examples={EXAMPLES}
          suggest={assetUrl('suggest.js')}
        />,
      ),
      draft.error ? 422 : 200,
    )
  })

  routes.get('/suggestions', async (c) => c.json(await suggestionsOf(c.get('corpus'))))

  // A page of its own: the address of the start page has one reply for everybody, and this one knows where one came from.
  routes.get('/cleared', (c) => {
    c.header('cache-control', 'no-store')
    return c.html(
      framed(
        c,
        { title: 'Conversation cleared', here: '/' },
        <ChatView
          turns={[]}
          asked={[]}
          brought={[]}
          draft={{ text: '', error: null, personal: [], picks: NO_PICKS }}
          collection={collectionOf(c.get('corpus'))}
          open={null}
          cleared={{ undo: conversationBefore(c), kept: quoteIds(ownEntries(c)).length }}
          examples={EXAMPLES}
          suggest={assetUrl('suggest.js')}
        />,
      ),
    )
  })
  return routes
}

/** A conversation of twenty questions is the work of twenty: `turn` lets others in between. */
async function answer(c: Context<AppEnv>, talk: Talk, turn: () => Promise<void>): Promise<Turn[]> {
  const corpus = c.get('corpus')
  const turns: Turn[] = []
  for (const [i, { question, picks }] of talk.asked.entries()) {
    const earlier = talk.asked.slice(0, i).map((one) => one.question)
    const made = await askKept(question, earlier, corpus, picks === NO_PICKS ? {} : scopeOf(picks, corpus))
    await turn()
    turns.push(await turnOf(made, i + 1, talk, corpus, new URL(c.req.url).searchParams.get('open')))
    await turn()
  }
  return turns
}
