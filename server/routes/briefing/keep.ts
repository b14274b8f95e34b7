/** Keeping a quote from wherever it stands, and taking it out again. Scripts get JSON; without them one comes back to the place. */
import { type Context, Hono } from 'hono'
import type { Corpus } from '../../../index/search/corpus.ts'
import { type Behind, LONGEST_KEPT, writeKept } from '../../briefing/kept-cookie.ts'
import { packed, quoteIds, type Removed, readRemoved, removedField, restored, withEntries, without } from '../../briefing/own.ts'
import { type Entry, entriesOf, itemsOf, MOST_ENTRIES, readPad } from '../../briefing/pad.ts'
import type { AppEnv } from '../../http/env.ts'
import { errorBody, RequestFault } from '../../http/errors.ts'
import { ownEntries } from '../service/frame.tsx'
import { type Fields, fieldOf, formFields } from './fields.ts'

/** "004.p24.s2 004.i3#a1q2": ids, and where on the page the button stands. */
function readButton(value: string): { ids: string[]; anchor: string } {
  const [ids = '', anchor = ''] = value.split('#')
  return { ids: ids.split(' ').filter(Boolean), anchor: /^[\w.-]{1,100}$/.test(anchor) ? anchor : '' }
}

type Change = { entries: Entry[]; removed: Removed | null; anchor: string }

/** @throws RequestFault 422 where a quote is not in the collection, or no more fit. */
function changed(fields: Fields, before: Entry[], corpus: Corpus): Change {
  const restore = readRemoved(fieldOf(fields, 'restore'))
  if (restore) return { entries: restored(before, restore), removed: null, anchor: '' }
  const taken = readButton(fieldOf(fields, 'take'))
  if (taken.ids.length > 0) return { ...without(before, taken.ids), anchor: taken.anchor }
  const { ids, anchor } = readButton(fieldOf(fields, 'add'))
  const { items, faults } = itemsOf(readPad(ids.map((one) => ['quote', one])), corpus)
  if (ids.length === 0 || faults.length > 0) throw new RequestFault(422, faults.join(' ') || 'No quote was named to keep.')
  const entries = withEntries(before, entriesOf(items))
  if (entries.length === MOST_ENTRIES && before.length === MOST_ENTRIES)
    throw new RequestFault(422, `The briefing is full: it holds ${MOST_ENTRIES} entries. Export it, or take some out.`)
  return { entries, removed: null, anchor }
}

/** Only our own addresses: a path, and no other host. Browsers leave out tabs and line ends wherever they stand: "/⇥/host" is one. */
const safeBack = (back: string): string => (/^\/(?![/\\])/.test(back) && !/[\0-\x20]/.test(back) ? back : '/')

export function keepRoutes(config: Behind) {
  const routes = new Hono<AppEnv>()

  routes.get('/kept', (c) => {
    c.header('cache-control', 'no-store')
    return c.json({ ids: quoteIds(ownEntries(c)) })
  })

  routes.post('/keep', async (c: Context<AppEnv>) => {
    const fields = await formFields(c)
    const json = c.req.header('accept')?.includes('application/json') ?? false
    c.header('cache-control', 'no-store')
    try {
      const { entries, removed, anchor } = changed(fields, ownEntries(c), c.get('corpus'))
      const text = packed(entries)
      if (text.length > LONGEST_KEPT)
        throw new RequestFault(422, 'The briefing is full: this browser keeps no more of it. Export it, or take out some notes.')
      writeKept(c, text, config)
      if (json) return c.json({ ids: quoteIds(entries), undo: removed && removedField(removed) })
      return c.redirect(`${safeBack(fieldOf(fields, 'back'))}${anchor && `#${anchor}`}`, 303)
    } catch (fault) {
      if (json && fault instanceof RequestFault) return c.json(errorBody(fault.status, fault.message), fault.status)
      throw fault
    }
  })
  return routes
}
