/**
 * The briefing pad. One's own stands in a cookie, and any in an address: a link shows a briefing to others, who may make it theirs.
 * Where a briefing is too long for both it travels in the fields of its forms.
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Corpus } from '../../../index/search/corpus.ts'
import { BriefingView, type Mode } from '../../../views/briefing/briefing.tsx'
import type { Row } from '../../../views/briefing/entries.tsx'
import { answered, pasted } from '../../briefing/add.ts'
import { briefingOf } from '../../briefing/briefing.ts'
import { FORMATS } from '../../briefing/formats.ts'
import { type Behind, LONGEST_KEPT, writeKept } from '../../briefing/kept-cookie.ts'
import { fieldsOfEntries, packed, type Removed, readRemoved, removedField, restored, withEntries } from '../../briefing/own.ts'
import { type Entry, entriesOf, fieldsOf, itemsOf, LONGEST_LINK, moved, type Pad, queryOf, readPad, sealOf } from '../../briefing/pad.ts'
import { sourceLine } from '../../briefing/source-line.ts'
import { STYLE_NAMES, STYLES } from '../../cite/styles.ts'
import { compressed } from '../../http/compressed.ts'
import type { AppEnv } from '../../http/env.ts'
import { RequestFault } from '../../http/errors.ts'
import { type Kept, withPages } from '../original/kept.ts'
import { framed, ownEntries } from '../service/frame.tsx'
import { exported } from './export.ts'
import { addressFields, cameFrom, type Fields, fieldOf, formFields, ownHref, styleFields, styleOf } from './fields.ts'
import { keepRoutes } from './keep.ts'

/** Five hundred notes of full length, percent-encoded, and room. */
const LARGEST_FORM = 4 * 1024 * 1024

/** ISO day, for "viewed on". */
export type Today = () => string
export const today: Today = () => new Date().toISOString().slice(0, 10)

/** Where the entry stands that was moved or added, so that the page opens there. */
function entryOf(action: string, length: number): string {
  const [, verb, digits] = /^(up|down|remove):(\d{1,4})$/.exec(action) ?? []
  const at = verb ? Number(digits) + 1 + (verb === 'up' ? -1 : verb === 'down' ? 1 : 0) : length
  return length === 0 ? '' : `#entry-${Math.min(Math.max(1, at), length)}`
}

/** Entries that the collection does not hold stay where they are, so that nothing is lost in silence. */
function rowsOf(entries: Entry[], corpus: Corpus): Row[] {
  return entries.map((entry, at) => {
    const [item] = itemsOf({ entries: [entry], faults: [] }, corpus).items
    return item ? { at, item } : { at, missing: entry.kind === 'quote' ? entry.id : '' }
  })
}

/** What a link says, without what the collection does not hold: each is named. */
function knownOf(pad: Pad, corpus: Corpus): Pad {
  const { items, faults } = itemsOf(pad, corpus)
  return { entries: entriesOf(items), faults }
}

const OTHER_TAB = 'The briefing was changed in another tab meanwhile. It stands here as it is now; what you pressed was not done.'

type Outcome = { entries: Entry[]; faults: string[]; removed: Removed | null }

/** What the pressed button does to the entries. `fresh`: the page that it stood on showed these entries. */
async function done(fields: Fields, before: Entry[], fresh: boolean, c: Context<AppEnv>): Promise<Outcome> {
  const corpus = c.get('corpus')
  const action = fieldOf(fields, 'do')
  const [, verb, digits] = /^(up|down|remove):(\d{1,4})$/.exec(action) ?? []
  const as = (entries: Entry[], faults: string[] = [], removed: Removed | null = null): Outcome => ({ entries, faults, removed })
  const adding = (more: Fields, faults: string[] = []): Outcome => {
    const read = itemsOf(readPad([...fieldsOfEntries(before), ...more]), corpus)
    const known = new Set(itemsOf(readPad(fieldsOfEntries(before)), corpus).faults)
    const added = itemsOf(readPad(more), corpus)
    return as(withEntries(before, entriesOf(added.items)), [...faults, ...read.faults.filter((fault) => !known.has(fault))])
  }
  if ((verb || action === 'empty') && !fresh) return as(before, [OTHER_TAB])
  if (verb) {
    const at = Number(digits)
    const gone = verb === 'remove' && before[at] ? { at, entries: [before[at]] } : null
    return as(moved(before, action), [], gone)
  }
  if (action === 'empty') return as([], [], { at: 0, entries: before })
  if (action === 'restore') {
    const removed = readRemoved(fieldOf(fields, 'removed'))
    return as(removed ? restored(before, removed) : before)
  }
  if (action === 'heading') return adding([['heading', fieldOf(fields, 'newHeading')]])
  if (action === 'note') return adding([['note', fieldOf(fields, 'newNote')]])
  if (action === 'paste') {
    const found = await pasted(fieldOf(fields, 'paste'), corpus)
    return adding(fieldsOfEntries(found.entries), found.faults)
  }
  if (action === 'ask') {
    const found = await answered(fieldOf(fields, 'ask'), [], corpus)
    return adding(found.fields, found.faults)
  }
  return as(before)
}

export function briefingRoutes(config: Kept & Behind, clock: Today = today) {
  const routes = new Hono<AppEnv>()
  routes.use(compressed())
  routes.use(
    bodyLimit({
      maxSize: LARGEST_FORM,
      onError: () => {
        throw new RequestFault(413, 'This briefing is too large to send. Take some notes out, or make two briefings.')
      },
    }),
  )
  routes.route('/', keepRoutes(config))

  type Shown = {
    mode: Mode
    entries: Entry[]
    own: Entry[]
    fields: Fields
    faults: string[]
    removed?: Removed | null
    typed?: Record<string, string>
  }

  async function page(c: Context<AppEnv>, { mode, entries, own, fields, faults, removed = null, typed = {} }: Shown) {
    const style = styleOf(fieldOf(fields, 'style'))
    const corpus = c.get('corpus')
    const rows = rowsOf(entries, corpus)
    const items = rows.flatMap((row) => ('item' in row ? row.item : []))
    const briefing = briefingOf(items, corpus, style, clock(), new URL(c.req.url).origin)
    const link = `/briefing?${queryOf([...fieldsOf(items), ...styleFields(style)])}`
    c.header('cache-control', 'no-store')
    return c.html(
      `<!doctype html>${framed(
        c,
        { title: faults.length > 0 ? 'Error - Briefing' : 'Briefing', here: '/briefing', entries: own, asked: cameFrom(fields) },
        <BriefingView
          mode={mode}
          rows={rows}
          fields={fieldsOf(items)}
          seal={sealOf(entries)}
          owned={own.length}
          briefing={briefing}
          paged={
            await withPages(
              briefing.quotes.map(({ quote }) => quote.report.id),
              corpus,
              config,
            )
          }
          sources={briefing.quotes.map(sourceLine)}
          faults={faults}
          link={link.length <= LONGEST_LINK ? link : null}
          asked={cameFrom(fields)}
          removed={removed && { field: removedField(removed), items: itemsOf({ entries: removed.entries, faults: [] }, corpus).items }}
          typed={typed}
          formats={Object.entries(FORMATS).map(([name, { label }]) => ({ name, label }))}
          styles={STYLES.map((name) => ({ name, label: STYLE_NAMES[name] }))}
        />,
      )}`,
    )
  }

  routes.get('/', (c) => {
    const fields = addressFields(c)
    const linked = readPad(fields)
    const own = ownEntries(c)
    if (linked.entries.length + linked.faults.length > 0 && packed(linked.entries) !== packed(own))
      return page(c, { mode: 'link', ...knownOf(linked, c.get('corpus')), own, fields })
    return page(c, { mode: 'own', entries: own, own, fields, faults: [], removed: readRemoved(fieldOf(fields, 'removed')) })
  })

  routes.post('/', async (c) => {
    const fields = await formFields(c)
    const style = styleOf(fieldOf(fields, 'style'))
    const own = ownEntries(c)
    const action = fieldOf(fields, 'do')
    const posted = readPad(fields)
    const sent = entriesOf(itemsOf(posted, c.get('corpus')).items)
    const asked = cameFrom(fields)
    const taking = action === 'mine' || action === 'append'
    const isOwn = fieldOf(fields, 'own') !== '' || (own.length === 0 && action !== 'style') || taking
    const before = fieldOf(fields, 'own') === 'yes' ? own : sent
    const outcome: Outcome = taking
      ? {
          entries: action === 'mine' ? sent : withEntries(own, sent),
          faults: [],
          removed: action === 'mine' && own.length > 0 ? { at: 0, entries: own } : null,
        }
      : await done(fields, before, fieldOf(fields, 'own') !== 'yes' || fieldOf(fields, 'seal') === sealOf(own), c)
    const { entries, removed } = outcome
    const faults = [...posted.faults, ...itemsOf({ entries: posted.entries, faults: [] }, c.get('corpus')).faults, ...outcome.faults]
    const text = packed(entries)
    if (isOwn && text.length <= LONGEST_KEPT) {
      writeKept(c, text, config)
      const undo: Fields = removed ? [['removed', removedField(removed)]] : []
      const to = ownHref(asked, [...styleFields(style), ...undo], removed ? '#removed' : entryOf(action, entries.length))
      // Faults are told at once; without any, the address takes over, so that reloading and Back do nothing again.
      if (faults.length === 0 && to.length <= LONGEST_LINK) return c.redirect(to, 303)
      const typed = entries.length === before.length ? Object.fromEntries(fields) : {}
      return page(c, { mode: 'own', entries, own: entries, fields, faults, removed, typed })
    }
    const link = `/briefing?${queryOf([...fieldsOfEntries(entries), ...styleFields(style)])}`
    if (!isOwn && link.length <= LONGEST_LINK && faults.length === 0) return c.redirect(`${link}${entryOf(action, entries.length)}`, 303)
    return page(c, { mode: isOwn ? 'form' : 'link', entries, own, fields, faults, removed })
  })

  routes.get('/export', (c) => exported(c, addressFields(c), clock()))
  routes.post('/export', async (c) => exported(c, await formFields(c), clock()))
  return routes
}
