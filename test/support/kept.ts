/** What a reply puts into the cookie of the briefing. */
import { unpacked } from '../../server/briefing/own.ts'
import type { Entry } from '../../server/briefing/pad.ts'

/** The cookies of a reply as the next request sends them. */
export const cookieAfter = (reply: Response): string =>
  reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .join('; ')

export const keptBy = (reply: Response): Entry[] =>
  unpacked(
    reply.headers
      .getSetCookie()
      .map((one) => /^briefing(?:-2)?=([^;]*)/.exec(one)?.[1] ?? '')
      .join(''),
  )
