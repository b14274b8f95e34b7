/** Signing in with the admin token, and out again: who guesses is slowed down, and every try is on record. */
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SignInView } from '../../../views/service/admin.tsx'
import type { Config } from '../../config.ts'
import { ADMIN_COOKIE, isToken, makeGuesses, makeSessions } from '../../http/admin/admin-token.ts'
import type { Audit } from '../../http/admin/audit.ts'
import { formOf } from '../../http/body/forms.ts'
import type { AppEnv } from '../../http/env.ts'
import { RequestFault } from '../../http/errors.ts'
import { clientOf, isSecure } from '../../http/load.ts'
import { framed } from './frame.tsx'

export type Gate = {
  /** Whether the request is of one who may. @throws RequestFault 429 where too many wrong tokens came from there. */
  may: (c: Context) => Promise<boolean>
  /** The page that asks for the token. */
  ask: (c: Context, wrong?: boolean) => Response | Promise<Response>
  /** The address that a request is recorded under. */
  who: (c: Context) => string
  routes: Hono<AppEnv>
}

const BEARER = /^Bearer (.*)$/i

export function makeGate(token: string, { basePath, trustProxy }: Config, audit: Audit): Gate {
  const sessions = makeSessions()
  const guesses = makeGuesses()
  const who = (c: Context): string => clientOf(c.req.raw, c.env, trustProxy)
  const cookie = { httpOnly: true, sameSite: 'Strict', path: `${basePath}/admin` } as const

  const isRight = async (c: Context, given: string): Promise<boolean> => {
    const client = who(c)
    const wait = guesses.wait(client)
    if (wait > 0) {
      c.header('retry-after', String(wait))
      throw new RequestFault(429, `Too many wrong tokens came from this address. Wait ${wait} seconds, then try again.`)
    }
    if (isToken(given, token)) {
      guesses.right(client)
      return true
    }
    const slowed = guesses.wrong(client)
    await audit(client, 'wrong token')
    if (slowed > 0) await audit(client, 'slowed down', `${slowed} s`)
    return false
  }

  const ask: Gate['ask'] = (c, wrong = false) => c.html(framed(c, { title: 'Sign in' }, <SignInView wrong={wrong} />), 401)

  const routes = new Hono<AppEnv>()
  routes.post('/session', async (c) => {
    const { token: given } = await formOf(c)
    if (typeof given !== 'string' || !(await isRight(c, given))) return ask(c, true)
    await audit(who(c), 'signed in')
    setCookie(c, ADMIN_COOKIE, sessions.begin(), { ...cookie, secure: isSecure(c, trustProxy) })
    return c.redirect('/admin/reports', 303)
  })
  routes.post('/session/end', async (c) => {
    const id = getCookie(c, ADMIN_COOKIE)
    if (sessions.has(id)) await audit(who(c), 'signed out')
    sessions.end(id)
    deleteCookie(c, ADMIN_COOKIE, { path: cookie.path })
    return c.redirect('/admin/reports', 303)
  })

  const may: Gate['may'] = async (c) => {
    const given = BEARER.exec(c.req.header('authorization') ?? '')?.[1]
    return given === undefined ? sessions.has(getCookie(c, ADMIN_COOKIE)) : isRight(c, given)
  }
  return { may, ask, who, routes }
}
