/** How many connections are open: all together, and from one place, so that nobody holds all of them. */
import type { Server, Socket } from 'node:net'
import type { Config } from '../../config.ts'
import { networkOf } from './network.ts'

/** Together (500 to 10,000). */
const MOST = 2_000
/** From one place (100 to 1,000): an office behind one address has a few for each browser. */
const MOST_FROM_ONE = 500

/** Behind a proxy of ours all connections are its own: there only all together count. What comes beyond is closed at once. */
export function limitConnections(server: Server, { trustProxy }: Pick<Config, 'trustProxy'>, most = MOST, fromOne = MOST_FROM_ONE): void {
  server.maxConnections = most
  if (trustProxy > 0) return
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const place = networkOf(socket.remoteAddress ?? '')
    const count = (open.get(place) ?? 0) + 1
    open.set(place, count)
    socket.on('close', () => {
      const left = (open.get(place) ?? 1) - 1
      if (left > 0) open.set(place, left)
      else open.delete(place)
    })
    if (count > fromOne) socket.destroy()
  })
}
