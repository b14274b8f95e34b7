/** Addresses of clients, as connections and proxies write them → what one household or office is counted by. */
import { isIPv6 } from 'node:net'

/** Some proxies name the port as well: "192.0.2.7:4711", "[2001:db8::1]:4711". It changes with each connection. */
const WITH_PORT = /^(?:\[([^\]]*)\](?::\d{1,5})?|(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5})$/
const LOOPBACK = '::1'
const GROUPS = 8
/** Groups of an IPv6 address that one household or office has as a whole: its /64. */
const OWN = 4

/** An IPv4 address, the /64 of an IPv6 address, or what was written where it is neither. */
export function networkOf(written: string): string {
  const [, v6, v4] = WITH_PORT.exec(written) ?? []
  const address = (v6 ?? v4 ?? written).replace(/^::ffff:(?=\d+\.)/i, '')
  if (address === LOOPBACK || !isIPv6(address)) return address
  const [head = '', tail] = address.split('%', 1)[0]!.toLowerCase().split('::')
  // of what "::" leaves out
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const groups = tail === undefined ? before! : [...before!, ...Array(GROUPS - before!.length - after!.length).fill('0'), ...after!]
  return groups
    .slice(0, OWN)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
