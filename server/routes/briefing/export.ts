/** The briefing as a file. */
import type { Context } from 'hono'
import { briefingOf } from '../../briefing/briefing.ts'
import { FORMATS, isFormat } from '../../briefing/formats.ts'
import { itemsOf, readPad } from '../../briefing/pad.ts'
import type { AppEnv } from '../../http/env.ts'
import { RequestFault } from '../../http/errors.ts'
import { type Fields, fieldOf, styleOf } from './fields.ts'

/** @throws RequestFault 422 where there is no quote in it, or no such format or style. */
export async function exported(c: Context<AppEnv>, fields: Fields, day: string) {
  const { items, faults } = itemsOf(readPad(fields), c.get('corpus'))
  if (!items.some(({ kind }) => kind === 'quote')) throw new RequestFault(422, ['There is no quote to export.', ...faults].join(' '))
  const name = fieldOf(fields, 'format') || 'docx'
  if (!isFormat(name))
    throw new RequestFault(422, `There is no format “${name.slice(0, 40)}”. There are: ${Object.keys(FORMATS).join(', ')}.`)
  const style = styleOf(fieldOf(fields, 'style'))
  const { write, type, extension } = FORMATS[name]
  const body = await write(briefingOf(items, c.get('corpus'), style, day, new URL(c.req.url).origin))
  // Whoever reads the file cannot see the page: what was left out is told in a header, and on the pad itself.
  const left: Record<string, string> = faults.length > 0 ? { 'x-left-out': String(faults.length) } : {}
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="briefing-${day}.${extension}"`,
    'cache-control': 'no-store',
    ...left,
  })
}
