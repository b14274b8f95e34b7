/** The fields of a form as sent by a browser, or the plain fault that it is none. */
import type { Context } from 'hono'
import { RequestFault } from './errors.ts'
import { isGone } from './gone.ts'

type Fields = Record<string, string | File | (string | File)[]>

/** A name that came more than once has its last value. @throws RequestFault 400 */
export const formOf = async (c: Context): Promise<Record<string, string | File>> =>
  (await parsed(c, false)) as Record<string, string | File>
/** A name that came more than once has all its values. @throws RequestFault 400 */
export const formWithLists = (c: Context): Promise<Fields> => parsed(c, true)

async function parsed(c: Context, all: boolean): Promise<Fields> {
  try {
    return await c.req.parseBody({ all })
  } catch (error) {
    // too large, or a client that is not there any more
    if (error instanceof RequestFault || isGone(c)) throw error
    throw new RequestFault(400, 'This form is damaged or was cut short on its way. Go back and send it again.')
  }
}
