/** The fields of a form as sent by a browser, or the plain fault that it is none. */
import type { Context } from 'hono'
import { RequestFault } from '../errors.ts'
import { DamagedForm, multipartIn } from './multipart.ts'
import { urlencodedIn } from './urlencoded.ts'

type Field = string | File

/** A name that came more than once has its last value. @throws RequestFault 400 */
export const formOf = async (c: Context): Promise<Record<string, Field>> =>
  Object.assign(Object.create(null), Object.fromEntries(await fieldsOf(c)))

/** All values of one name, in their order. @throws RequestFault 400 */
export const listOf = async (c: Context, wanted: string): Promise<Field[]> =>
  (await fieldsOf(c)).flatMap(([name, value]) => (name === wanted ? [value] : []))

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })

async function fieldsOf(c: Context): Promise<[string, Field][]> {
  const type = c.req.header('content-type') ?? ''
  const kind = type.split(';', 1)[0]?.trim().toLowerCase()
  if (kind !== 'multipart/form-data' && kind !== 'application/x-www-form-urlencoded') return []
  const form = Buffer.from(await c.req.arrayBuffer())
  try {
    if (kind !== 'multipart/form-data') return await urlencodedIn(form)
    return multipartIn(form, type).map(({ name, filename, type: of, bytes }) => [
      name,
      filename === null ? UTF8.decode(bytes) : new File([Uint8Array.from(bytes)], filename, { type: of }),
    ])
  } catch (error) {
    if (error instanceof DamagedForm) throw new RequestFault(400, error.message)
    throw error
  }
}
