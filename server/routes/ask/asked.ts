/** The address of the chat page → its questions, with what was picked for each. */
import type { Corpus } from '../../../index/search/corpus.ts'
import { type Asked, NO_PICKS, type Picks } from '../../../views/parts/links.ts'

/** A conversation longer than this is cut at its old end: each question is answered anew on every page. */
export const MOST_QUESTIONS = 20

/** `next`: what is picked before any question is asked, such as reports ticked in the catalogue. */
export type Conversation = {
  asked: Asked[]
  next: Picks
  /** Ids of quotes that an older link brings along for the briefing. */
  brought: string[]
}

/** Links that were made when the address still held what is kept had at most so many. */
const MOST_BROUGHT = 100

const PICK_NAMES = { authority: 'authorities', report: 'reports', kind: 'kinds' } as const

function withPick(picks: Picks, name: string, value: string): Picks {
  if (name === 'year') return /^\d{4}$/.test(value) ? { ...picks, years: [...new Set([...picks.years, Number(value)])] } : picks
  const list = Object.hasOwn(PICK_NAMES, name) ? PICK_NAMES[name as keyof typeof PICK_NAMES] : undefined
  return list ? { ...picks, [list]: [...new Set([...picks[list], value])] } : picks
}

/** Picks belong to the question before them; picks that stand before the first question belong to the last. */
export function readConversation(query: URLSearchParams): Conversation {
  const asked: Asked[] = []
  let leading = NO_PICKS
  for (const [name, raw] of query) {
    const value = raw.replace(/\s+/g, ' ').trim()
    const last = asked.at(-1)
    if (name === 'q') asked.push({ question: value, picks: NO_PICKS, sure: false })
    else if (!value) continue
    else if (last) last.picks = withPick(last.picks, name, value)
    else leading = withPick(leading, name, value)
  }
  const last = asked.at(-1)
  if (last) last.sure = query.has('sure')
  if (last && leading !== NO_PICKS)
    last.picks = {
      authorities: [...leading.authorities, ...last.picks.authorities],
      years: [...leading.years, ...last.picks.years],
      reports: [...leading.reports, ...last.picks.reports],
      kinds: [...leading.kinds, ...last.picks.kinds],
    }
  const brought = [...new Set(query.getAll('keep'))].slice(0, MOST_BROUGHT)
  return { asked: asked.slice(-MOST_QUESTIONS), next: last ? last.picks : leading, brought }
}

/** Picks as ask() takes them: kinds are reports of these kinds. */
export function scopeOf({ authorities, years, reports, kinds }: Picks, corpus: Corpus) {
  const ofKind = corpus.reports.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
  const both = reports.filter((id) => ofKind.includes(id))
  return { authorities, years, reports: reports.length === 0 ? ofKind : both.length > 0 ? both : reports }
}
