/** What a form or an address of the briefing sends. */
import type { Context } from 'hono'
import { type Asked, askedFields } from '../../../views/parts/links.ts'
import { STYLES, type StyleName } from '../../cite/styles.ts'
import { RequestFault } from '../../http/errors.ts'
import { readConversation } from '../ask/asked.ts'

export type Fields = [string, string][]

export const formFields = async (c: Context): Promise<Fields> => [...new URLSearchParams(await c.req.text())]
export const addressFields = (c: Context): Fields => [...new URL(c.req.url).searchParams]
export const fieldOf = (fields: Fields, name: string): string => fields.find(([key]) => key === name)?.[1] ?? ''

export function styleOf(name: string): StyleName {
  const style = STYLES.find((one) => one === (name || 'govuk'))
  if (!style) throw new RequestFault(422, `There is no citation style “${name.slice(0, 40)}”. There are: ${STYLES.join(', ')}.`)
  return style
}
export const styleFields = (style: StyleName): Fields => (style === 'govuk' ? [] : [['style', style]])

/** The conversation that one came from, which the page leads back to. */
export const cameFrom = (fields: Fields): Asked[] => readConversation(new URLSearchParams(fields)).asked.filter(({ question }) => question)

/** The address of one's own briefing. */
export function ownHref(asked: Asked[], more: Fields = [], hash = ''): string {
  const query = new URLSearchParams([...askedFields(asked), ...more])
  return `/briefing${query.size > 0 ? `?${query}` : ''}${hash}`
}
