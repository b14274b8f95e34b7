/** Nobody holds all connections. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { limitConnections } from '../../../../server/http/clients/connections.ts'

const sockets: Socket[] = []
const server = createServer((_, reply) => reply.end('alive'))
limitConnections(server, { trustProxy: 0 }, 10, 3)
const proxied = createServer((_, reply) => reply.end('alive'))
limitConnections(proxied, { trustProxy: 1 }, 10, 3)
for (const one of [server, proxied]) one.listen(0, '127.0.0.1')
await Promise.all([server, proxied].map((one) => one.listening || once(one, 'listening')))
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
})

/** "open" once it was answered, "closed" where it was turned away. It stays open. */
async function opened(to: typeof server, from = '127.0.0.1'): Promise<{ socket: Socket; is: string }> {
  const socket = connect({ port: (to.address() as AddressInfo).port, host: '127.0.0.1', localAddress: from })
  sockets.push(socket)
  socket.on('error', () => {})
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  const is = await Promise.race([once(socket, 'data').then(() => 'open'), once(socket, 'close').then(() => 'closed')])
  return { socket, is }
}

it('who has too many open gets no more, until one is closed; others are let in', async () => {
  const first = await opened(server)
  for (const is of ['open', 'open', 'closed', 'closed']) expect((await opened(server)).is).toBe(is)
  // elsewhere one machine has but one address of its own
  if (process.platform === 'linux') expect((await opened(server, '127.0.0.2')).is).toBe('open')
  first.socket.destroy()
  await once(first.socket, 'close')
  await expect.poll(async () => (await opened(server)).is).toBe('open')
})

it('a proxy of ours may have as many as all together', async () => {
  for (let i = 0; i < 5; i++) expect((await opened(proxied)).is).toBe('open')
})
