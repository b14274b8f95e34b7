/** Process beside the load: asks whether the server lives, one time after another, and tells how long each took. */
import { Agent, get } from 'node:http'

/** Between two askings, in milliseconds. */
const EVERY_MS = 10
const [url = ''] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const times: number[] = []
let failed = 0

const once = (): Promise<void> =>
  new Promise((resolve) => {
    const since = performance.now()
    const end = (good: boolean): void => {
      if (good) times.push(performance.now() - since)
      else failed++
      setTimeout(resolve, EVERY_MS)
    }
    get(`${url}/healthz`, { agent }, (reply) => {
      reply.resume()
      reply.on('end', () => end(reply.statusCode === 200))
    }).on('error', () => end(false))
  })

process.on('message', () => {
  process.send?.({ times: times.splice(0), failed })
  failed = 0
})
process.on('disconnect', () => process.exit(0))
for (;;) await once()
