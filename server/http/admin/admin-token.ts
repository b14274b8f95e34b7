/** Who may add and remove reports: one who has the token, in a header, or in a session that a sign-in has begun. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export const ADMIN_COOKIE = 'admin'

export type Sessions = {
  /** Begins one; what is returned goes into the cookie and says nothing about the token. */
  begin: () => string
  /** Ends it at once, whoever holds its cookie. */
  end: (id: string | undefined) => void
  has: (id: string | undefined) => boolean
}

/** A working day, in milliseconds (an hour to a day). */
const LIFETIME_MS = 12 * 3_600_000
/** Sessions at a time (10 to 1,000); one more ends the oldest. */
const MOST_SESSIONS = 100

/** Sessions live in memory: a restart ends them all. */
export function makeSessions(now: () => number = Date.now): Sessions {
  const ends = new Map<string, number>()
  return {
    begin: () => {
      const id = randomBytes(32).toString('hex')
      ends.set(digest(id), now() + LIFETIME_MS)
      for (const oldest of ends.keys()) {
        if (ends.size <= MOST_SESSIONS) break
        ends.delete(oldest)
      }
      return id
    },
    end: (id) => ends.delete(digest(id ?? '')),
    // looked up by its digest: how long that takes says nothing about the id
    has: (id) => (ends.get(digest(id ?? '')) ?? 0) > now(),
  }
}

export type Guesses = {
  /** Seconds that this client has to wait before the next token is looked at; 0 where none. */
  wait: (who: string) => number
  /** Notes a wrong one; the seconds that the client has to wait from now on. */
  wrong: (who: string) => number
  right: (who: string) => void
}

/** Slips that cost nothing (3 to 10). From then on the wait doubles with each, from one second to a quarter of an hour. */
const FREE = 5
const LONGEST_WAIT_S = 900
/** Clients that are remembered (1,000 to 100,000), the latest. */
const MOST_CLIENTS = 10_000

export function makeGuesses(now: () => number = Date.now): Guesses {
  const clients = new Map<string, { wrong: number; until: number }>()
  return {
    wait: (who) => Math.max(0, Math.ceil(((clients.get(who)?.until ?? 0) - now()) / 1000)),
    wrong: (who) => {
      const wrong = (clients.get(who)?.wrong ?? 0) + 1
      const seconds = wrong < FREE ? 0 : Math.min(2 ** (wrong - FREE), LONGEST_WAIT_S)
      clients.delete(who)
      clients.set(who, { wrong, until: now() + seconds * 1000 })
      const [oldest] = clients.keys()
      if (clients.size > MOST_CLIENTS && oldest !== undefined) clients.delete(oldest)
      return seconds
    },
    right: (who) => {
      clients.delete(who)
    },
  }
}

/** Takes the same time wherever two texts differ, and however long they are. */
export const isToken = (given: string, token: string): boolean => timingSafeEqual(keyed(given), keyed(token))
const keyed = (text: string): Buffer => createHmac('sha256', 'ofsted-quotes compare').update(text).digest()
const digest = (text: string): string => keyed(text).toString('hex')
