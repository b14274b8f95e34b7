/** The briefing pad and its exports. All state travels in the address, or in the fields of a form where that would be too long. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { BriefingView } from '../../../views/briefing/briefing.tsx'
import { Layout } from '../../../views/frame/layout.tsx'
import { answered, pasted } from '../../briefing/add.ts'
import { briefingOf } from '../../briefing/briefing.ts'
import { FORMATS, isFormat } from '../../briefing/formats.ts'
import { fieldsOf, type Item, itemsOf, LONGEST_LINK, moved, queryOf, readPad } from '../../briefing/pad.ts'
import { STYLE_NAMES, STYLES, type StyleName } from '../../cite/styles.ts'
import type { AppEnv } from '../../http/env.ts'
import { RequestFault } from '../../http/errors.ts'
import { assetUrl } from '../service/assets.ts'

/** Five hundred notes of full length, percent-encoded, and room. */
const LARGEST_FORM = 4 * 1024 * 1024

/** ISO day, for "viewed on". */
export type Today = () => string
export const today: Today = () => new Date().toISOString().slice(0, 10)

type Fields = [string, string][]

async function formFields(c: Context): Promise<Fields> {
  const body = await c.req.text()
  return [...new URLSearchParams(body)]
}
const fieldOf = (fields: Fields, name: string): string => fields.find(([key]) => key === name)?.[1] ?? ''

function styleOf(name: string): StyleName {
  const style = STYLES.find((one) => one === (name || 'govuk'))
  if (!style) throw new RequestFault(422, `There is no citation style “${name.slice(0, 40)}”. There are: ${STYLES.join(', ')}.`)
  return style
}

/** Where the entry stands that was moved or added, so that the page opens there. */
function entryOf(action: string, length: number): string {
  const [, verb, digits] = /^(up|down|remove):(\d{1,4})$/.exec(action) ?? []
  const at = verb ? Number(digits) + 1 + (verb === 'up' ? -1 : verb === 'down' ? 1 : 0) : length
  return length === 0 ? '' : `#entry-${Math.min(Math.max(1, at), length)}`
}

export function briefingRoutes(clock: Today = today) {
  const routes = new Hono<AppEnv>()
  routes.use(
    bodyLimit({
      maxSize: LARGEST_FORM,
      onError: () => {
        throw new RequestFault(413, 'This briefing is too large to send. Take some notes out, or make two briefings.')
      },
    }),
  )

  function page(c: Context<AppEnv>, items: Item[], faults: string[], style: StyleName, link: string | null) {
    const briefing = briefingOf(items, c.get('corpus'), style, clock(), new URL(c.req.url).origin)
    c.header('cache-control', 'no-store')
    return c.html(
      `<!doctype html>${(
        <Layout title={faults.length > 0 ? 'Error - Briefing' : 'Briefing'} assets={assetUrl} here="/briefing">
          <BriefingView
            items={items}
            fields={fieldsOf(items)}
            briefing={briefing}
            faults={faults}
            link={link}
            formats={Object.entries(FORMATS).map(([name, { label }]) => ({ name, label }))}
            styles={STYLES.map((name) => ({ name, label: STYLE_NAMES[name] }))}
          />
        </Layout>
      )}`,
    )
  }
  const linkOf = (items: Item[], style: StyleName): string =>
    `/briefing?${queryOf([...fieldsOf(items), ...(style === 'govuk' ? [] : ([['style', style]] as Fields))])}`

  routes.get('/', (c) => {
    const fields = [...new URL(c.req.url).searchParams]
    const { items, faults } = itemsOf(readPad(fields), c.get('corpus'))
    const style = styleOf(fieldOf(fields, 'style'))
    return page(c, items, faults, style, linkOf(items, style))
  })

  routes.post('/', async (c) => {
    const fields = await formFields(c)
    const corpus = c.get('corpus')
    const style = styleOf(fieldOf(fields, 'style'))
    const kept = itemsOf(readPad(fields), corpus)
    const before = moved(kept.items, fieldOf(fields, 'do'))
    const faults = [...kept.faults]
    const additions: Fields = []
    const adding = fieldOf(fields, 'do')
    if (adding === 'heading') additions.push(['heading', fieldOf(fields, 'newHeading')])
    if (adding === 'note') additions.push(['note', fieldOf(fields, 'newNote')])
    if (adding === 'paste') {
      const found = await pasted(fieldOf(fields, 'paste'), corpus)
      additions.push(...fieldsOf(itemsOf({ entries: found.entries, faults: [] }, corpus).items))
      faults.push(...itemsOf(found, corpus).faults)
    }
    if (adding === 'ask') {
      const found = await answered(fieldOf(fields, 'ask'), [], corpus)
      additions.push(...found.fields)
      faults.push(...found.faults)
    }
    const all = itemsOf(readPad([...fieldsOf(before), ...additions]), corpus)
    const link = linkOf(all.items, style)
    const fits = link.length <= LONGEST_LINK
    // Faults are told at once; without any, the link takes over, so that reloading and Back ask nothing again.
    if (fits && faults.length === 0 && all.faults.length === 0) return c.redirect(`${link}${entryOf(adding, all.items.length)}`, 303)
    return page(c, all.items, [...faults, ...all.faults], style, fits ? link : null)
  })

  async function exported(c: Context<AppEnv>, fields: Fields) {
    const { items, faults } = itemsOf(readPad(fields), c.get('corpus'))
    if (!items.some(({ kind }) => kind === 'quote')) throw new RequestFault(422, ['There is no quote to export.', ...faults].join(' '))
    const name = fieldOf(fields, 'format') || 'docx'
    if (!isFormat(name))
      throw new RequestFault(422, `There is no format “${name.slice(0, 40)}”. There are: ${Object.keys(FORMATS).join(', ')}.`)
    const style = styleOf(fieldOf(fields, 'style'))
    const { write, type, extension } = FORMATS[name]
    const body = await write(briefingOf(items, c.get('corpus'), style, clock(), new URL(c.req.url).origin))
    // Whoever reads the file cannot see the page: what was left out is told in a header, and on the pad itself.
    const left: Record<string, string> = faults.length > 0 ? { 'x-left-out': String(faults.length) } : {}
    return c.body(body, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="briefing-${clock()}.${extension}"`,
      'cache-control': 'no-store',
      ...left,
    })
  }
  routes.get('/export', (c) => exported(c, [...new URL(c.req.url).searchParams]))
  routes.post('/export', async (c) => exported(c, await formFields(c)))
  return routes
}
