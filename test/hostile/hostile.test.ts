/** Some thousand hostile requests, the same ones every time. `npm run -s hostile -- --count 200000` sends as many as you like. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realApp } from '../support/app.ts'
import { type ServerChild, startServer } from '../support/child.ts'
import { told } from './judge.ts'
import { diceOf, requestOf } from './requests.ts'
import { sendToApp, sendToSocket } from './senders.ts'

const TO_APP = 2_000
const TO_SOCKET = 600
/** Connections at a time. */
const WIDTH = 8

describe('hostile requests', () => {
  let server: ServerChild
  beforeAll(async () => {
    server = await startServer({ LOG_LEVEL: 'error', MAX_LAG_MS: '0' })
  })
  afterAll(() => server.stop())

  it('never break the app, and nothing they hold comes back as a tag', async () => {
    const app = await realApp()
    const dice = diceOf(1)
    for (let i = 0; i < TO_APP; i++) {
      const request = requestOf(dice)
      const fault = await sendToApp(app.fetch, request)
      expect(fault, told(request)).toBeNull()
    }
  })

  it('never break the server behind a real socket', async () => {
    const dice = diceOf(2)
    for (let sent = 0; sent < TO_SOCKET; sent += WIDTH) {
      const batch = Array.from({ length: WIDTH }, () => requestOf(dice))
      const faults = await Promise.all(batch.map((request) => sendToSocket(server.port, request)))
      faults.forEach((fault, i) => {
        expect(fault, told(batch[i]!)).toBeNull()
      })
    }
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    expect(server.lines.filter((line) => /"(?:fault|uncaught|unhandled)"/.test(line))).toEqual([])
  })
})
