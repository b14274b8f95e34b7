/** Which names this server answers to. A page elsewhere whose name is made to point here (DNS rebinding) is not among them. */
import { isIP } from 'node:net'
import { hostname } from 'node:os'

/** "localhost:3000" → "localhost", "[::1]:3000" → "::1". */
export const nameOf = (host: string): string =>
  host
    .toLowerCase()
    .replace(/:\d{1,5}$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')

/**
 * A plain IP address is always let in: a rebinding page is known by a name. So are names that only this machine can have.
 * @param names further names, from HOST and ALLOWED_HOSTS; "*" lets every name in.
 */
export function allowedNames(names: string[]): (host: string) => boolean {
  const known = new Set(['localhost', hostname().toLowerCase(), ...names.map(nameOf)])
  const all = known.has('*')
  return (host) => {
    const name = nameOf(host)
    return all || known.has(name) || name.endsWith('.localhost') || isIP(name) !== 0
  }
}
