// Loaded before the server by tests of faults: a part of the runtime that fails on a certain word, and a fault that nothing waits for.
import { createHash } from 'node:crypto'

const { exec } = RegExp.prototype
RegExp.prototype.exec = function (text) {
  if (text === 'break-me') throw new Error(`broken on purpose by ${text}`)
  return exec.call(this, text)
}
process.on('SIGUSR2', () => setImmediate(() => createHash('no such hash')))
