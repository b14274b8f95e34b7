/** JSON of megabytes that is text costs little to read; of as many keys and brackets a third of a second. It is told before it is read. */
import type { MiddlewareHandler } from 'hono'
import { RequestFault } from '../errors.ts'

const code = (sign: string): number => sign.charCodeAt(0)
const [QUOTE, BACKSLASH] = [code('"'), code('\\')]
const STRUCTURE = new Set([...'{[,:'].map(code))

/** Whether a text of JSON has no more than `most` signs outside its strings that begin or part values. */
export function isPlain(json: Uint8Array, most: number): boolean {
  let signs = 0
  for (let at = 0; at < json.length; at++) {
    if (json[at] === QUOTE) at = stringEnd(json, at)
    else if (STRUCTURE.has(json[at]!) && ++signs > most) return false
  }
  return true
}

function stringEnd(json: Uint8Array, from: number): number {
  for (let at = from + 1; at < json.length; at++) {
    if (json[at] === BACKSLASH) at++
    else if (json[at] === QUOTE) return at
  }
  return json.length
}

/** Refuses what holds more. It waits until all has come. */
export function plainJson(most: number): MiddlewareHandler {
  return async (c, next) => {
    if (!isPlain(new Uint8Array(await c.req.arrayBuffer()), most))
      throw new RequestFault(422, `This holds more than ${most.toLocaleString('en-GB')} values. Send it in parts.`)
    await next()
  }
}
