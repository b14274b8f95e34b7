/** Two ways in: the app itself, and a real socket where even what is no HTTP can be sent. */
import { connect } from 'node:net'
import { faultIn } from './judge.ts'
import type { Hostile } from './requests.ts'

/** Anything longer is a hang. */
const LONGEST_MS = 15_000
const LOOPBACK = '127.0.0.1'
const CLOSED_WITHOUT_REPLY = 'closed without a reply'

type Fetch = (request: Request) => Response | Promise<Response>

export async function sendToApp(fetch: Fetch, { method, path, headers, body }: Hostile): Promise<string | null> {
  let request: Request
  try {
    request = new Request(`http://localhost${path}`, { method, headers, body })
  } catch {
    // no client can make this request: the socket sends it as it is
    return null
  }
  let timer: NodeJS.Timeout | undefined
  const hang = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('hang'), LONGEST_MS)
  })
  const judged = (async () => {
    const answer = await fetch(request)
    const type = answer.headers.has('content-encoding') ? '' : (answer.headers.get('content-type') ?? '')
    return faultIn(answer.status, type, await answer.text())
  })()
  try {
    return await Promise.race([judged, hang])
  } finally {
    clearTimeout(timer)
  }
}

/** One request, one connection. Line breaks in names and values stay in: they are part of the attack. */
export function sendToSocket(port: number, { method, path, headers, body }: Hostile): Promise<string | null> {
  const lines = [`${method} ${path} HTTP/1.1`, 'Connection: close']
  if (!headers.some(([name]) => name === 'host')) lines.push('Host: localhost')
  for (const [name, value] of headers) lines.push(`${name}: ${value}`)
  const bytes = Buffer.from(body ?? '')
  if (body !== null) lines.push(`Content-Length: ${bytes.length}`)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, LOOPBACK, () => {
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
      socket.write(bytes)
    })
    const end = (fault: string | null): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(fault)
    }
    const timer = setTimeout(() => end('hang'), LONGEST_MS)
    socket.on('data', (chunk) => chunks.push(chunk))
    // refused while still sending: the reply may already be here, or be lost with the reset that follows it
    let reset = false
    socket.on('error', (error: NodeJS.ErrnoException) => {
      reset = error.code === 'ECONNRESET' || error.code === 'EPIPE'
    })
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
      if (status === 0 && text === '' && reset) return end(null)
      if (status === 0) return end(text === '' ? CLOSED_WITHOUT_REPLY : `no HTTP: ${text.slice(0, 100)}`)
      const at = text.indexOf('\r\n\r\n')
      const head = text.slice(0, at).toLowerCase()
      const type = /\r\ncontent-type: ([^\r]*)/.exec(head)?.[1] ?? ''
      // chunks carry their lengths in between, so only HTML is looked into
      const packed = head.includes('content-encoding:') || (head.includes('chunked') && !type.startsWith('text/html'))
      end(faultIn(status, packed ? '' : type, text.slice(at + 4)))
    })
  })
}
