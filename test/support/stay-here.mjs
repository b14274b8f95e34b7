// Loaded before the server: every connection and every look-up of a name is written down, and refused unless it stays on this machine.

import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

const HERE = new Set(['127.0.0.1', '::1', 'localhost', undefined])
const leave = (how, where) => {
  process.stderr.write(`LEAVES ${how} ${where}\n`)
  throw new Error(`${how} ${where} leaves this machine`)
}

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0]
  const { host, path } = typeof options === 'object' && options !== null ? options : { host: args[1] }
  if (!path && !HERE.has(host)) leave('connect', host)
  return connect.apply(this, args)
}
for (const [name, own] of Object.entries(dns))
  if (/^(?:lookup|resolve)/.test(name) && typeof own === 'function')
    dns[name] = (host, ...rest) => (HERE.has(host) ? own(host, ...rest) : leave(name, host))
for (const name of ['send', 'connect']) dgram.Socket.prototype[name] = () => leave('datagram', name)
process.stderr.write('STAYS HERE\n')
process.on('SIGUSR2', () => {
  try {
    net.connect(80, 'outside.example')
  } catch {}
})
