/** Who may add and remove reports: one who has the token, in a header or in a cookie that a sign-in has set. */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The cookie's name, and what it holds instead of the token: whoever reads it cannot sign in elsewhere. */
export const ADMIN_COOKIE = 'admin'
export const cookieOf = (token: string): string => digest(token, 'cookie').toString('hex')

export const isToken = (given: string, token: string): boolean => same(given, token)
export const isAdmin = (authorization: string | undefined, cookie: string | undefined, token: string): boolean =>
  same(authorization ?? '', `Bearer ${token}`) || same(cookie ?? '', cookieOf(token))

/** Takes the same time wherever two texts differ, and however long they are. */
const same = (given: string, expected: string): boolean => timingSafeEqual(digest(given, 'compare'), digest(expected, 'compare'))
const digest = (text: string, use: string): Buffer => createHmac('sha256', `ofsted-quotes ${use}`).update(text).digest()
