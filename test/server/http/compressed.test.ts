/** Pages go out packed as the client takes them, and unpack to the same bytes. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodingOf } from '../../../server/http/compressed.ts'
import { realApp } from '../../support/app.ts'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0,gzip;q=0', null],
  ['GZIP', 'gzip'],
  ['brotli', null],
  ['', null],
])('of %j it takes %s', (accepted, encoding) => {
  expect(encodingOf(accepted)).toBe(encoding)
})

test.each(['/?q=caseloads', '/reports', '/reports/004', '/briefing?quote=004.p24.s2', '/verify', '/judgements', '/grid', '/about'])(
  '%s is the same packed and plain, and smaller by brotli than by gzip',
  async (path) => {
    const app = await realApp()
    const get = async (encoding: string) => {
      const reply = await app.request(path, { headers: { 'accept-encoding': encoding } })
      return { said: reply.headers.get('content-encoding'), vary: reply.headers.get('vary'), bytes: Buffer.from(await reply.arrayBuffer()) }
    }
    const [plain, gzip, br] = [await get('identity'), await get('gzip'), await get('gzip, br')]
    expect([plain.said, gzip.said, br.said]).toEqual([null, 'gzip', 'br'])
    expect(br.vary).toContain('accept-encoding')
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true)
    expect(brotliDecompressSync(br.bytes).equals(plain.bytes)).toBe(true)
    expect(br.bytes.length).toBeLessThan(gzip.bytes.length)
  },
)
