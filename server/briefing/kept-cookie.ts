/**
 * The one cookie of the pages: what somebody has put into their briefing, packed. It is sent back and forth and never stored
 * here, so that the count and the buttons are right in every tab, with scripts and without, and after a restart of the browser.
 */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config.ts'
import { isSecure } from '../http/load.ts'

/** A cookie holds 4,096 bytes with its name and attributes; two of these make the whole. */
const NAMES = ['briefing', 'briefing-2']
const LONGEST_PART = 3_000
/**
 * Characters of what is packed (1,000 to 7,000). nginx and Apache take 8 kB of one header, Node 16 kB of address and headers
 * together, and an address here may have 7,500: measured, five hundred quotes with their proofs take 4,600.
 */
export const LONGEST_KEPT = NAMES.length * LONGEST_PART
/** Chrome's longest, 400 days in seconds, counted anew with each change. */
const LASTS = 400 * 24 * 60 * 60

/** Packed as it was written; "" where nothing is kept. */
export const readKept = (c: Context): string => NAMES.map((name) => getCookie(c, name) ?? '').join('')

/** Where the browser sees it. */
export type Behind = Pick<Config, 'basePath' | 'trustProxy'>

/** @throws RangeError where it is longer than LONGEST_KEPT. */
export function writeKept(c: Context, packed: string, { basePath, trustProxy }: Behind): void {
  if (packed.length > LONGEST_KEPT) throw new RangeError(`A briefing of ${packed.length} characters does not fit into its cookie.`)
  for (const [i, name] of NAMES.entries()) {
    const value = packed.slice(i * LONGEST_PART, (i + 1) * LONGEST_PART)
    // Lax, so that a link in an e-mail opens a page that knows what is kept; nothing here is changed by a link.
    setCookie(c, name, value, {
      httpOnly: true,
      sameSite: 'Lax',
      path: basePath || '/',
      maxAge: value ? LASTS : 0,
      secure: isSecure(c, trustProxy),
    })
  }
}

/** What a page that is drawn for one who keeps these depends on. */
export const keptKey = (cookies: string | null): string =>
  cookies?.includes(NAMES[0]!)
    ? cookies
        .split(/; */)
        .filter((one) => NAMES.some((name) => one.startsWith(`${name}=`)))
        .join('; ')
    : ''
