/** Adding and removing reports, for one who has the admin token. */
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { AUTHORITIES, authorityCalled } from '../../../index/library/authorities.ts'
import { removeSettled, writeSettled } from '../../../index/library/councils/settled.ts'
import { removeOriginal, sizeOfOriginals } from '../../../index/library/originals/originals.ts'
import { removeStored, storedFiles } from '../../../index/library/store.ts'
import { needsPerson } from '../../../index/model/report.ts'
import { AdminView, SignInView } from '../../../views/service/admin.tsx'
import type { Config } from '../../config.ts'
import { ADMIN_COOKIE, cookieOf, isAdmin, isToken } from '../../http/admin-token.ts'
import type { AppEnv } from '../../http/env.ts'
import { RequestFault } from '../../http/errors.ts'
import { makeUploads } from '../../http/uploads.ts'
import { framed } from './frame.tsx'

/** Files of one upload (1 to 200); their size together is limited by the server. */
const MOST_FILES = 50
const HERE = '/admin/reports'
const COUNCILS = AUTHORITIES.map(({ name }) => name).sort()
const SHA256 = /^[0-9a-f]{64}$/

export function adminRoutes(token: string, config: Pick<Config, 'seedsDir' | 'dataDir' | 'keepOriginals'>) {
  const routes = new Hono<AppEnv>()
  const uploads = makeUploads(config)
  const may = (c: Context): boolean => isAdmin(c.req.header('authorization'), getCookie(c, ADMIN_COOKIE), token)
  routes.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })

  const signIn = (c: Context, wrong: boolean) => c.html(framed(c, { title: 'Sign in' }, <SignInView wrong={wrong} />), 401)

  routes.post('/session', async (c) => {
    const { token: given } = await c.req.parseBody()
    if (typeof given !== 'string' || !isToken(given, token)) return signIn(c, true)
    setCookie(c, ADMIN_COOKIE, cookieOf(token), {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/admin',
      secure: c.req.url.startsWith('https:'),
    })
    return c.redirect(HERE, 303)
  })
  routes.post('/session/end', (c) => {
    deleteCookie(c, ADMIN_COOKIE, { path: '/admin' })
    return c.redirect(HERE, 303)
  })

  routes.get('/reports', async (c) => {
    if (!may(c)) return signIn(c, false)
    const stored = await storedFiles(config.dataDir).catch(() => [])
    const originals = await sizeOfOriginals(config.dataDir).catch(() => null)
    const removable = new Set(stored.map(({ sha256 }) => sha256))
    const { reports } = c.get('corpus')
    return c.html(
      framed(
        c,
        { title: 'Manage reports' },
        <AdminView
          uploads={uploads.list}
          reports={reports}
          unsettled={reports.filter(needsPerson)}
          removable={removable}
          councils={COUNCILS}
          originals={originals}
          keepsOriginals={config.keepOriginals}
        />,
      ),
    )
  })

  routes.post('/reports', async (c) => {
    if (!may(c)) throw new RequestFault(403, 'Only one who has the admin token can add reports.')
    const given = (await c.req.parseBody({ all: true })).files ?? []
    const files = (Array.isArray(given) ? given : [given]).filter((one): one is File => one instanceof File && one.name !== '')
    if (files.length === 0) throw new RequestFault(422, 'Choose at least one file: PDF, Word (.docx), web page (.html) or text.')
    if (files.length > MOST_FILES) throw new RequestFault(413, `Send at most ${MOST_FILES} files at once.`)
    const upload = await uploads.begin(files)
    return c.req.header('accept')?.includes('application/json') ? c.json({ files: upload.files }, 202) : c.redirect(HERE, 303)
  })

  routes.post('/reports/remove', async (c) => {
    if (!may(c)) throw new RequestFault(403, 'Only one who has the admin token can remove reports.')
    const { sha256 } = await c.req.parseBody()
    if (typeof sha256 !== 'string' || !SHA256.test(sha256)) throw new RequestFault(422, 'Name the report by the sha256 of its file.')
    if (!(await removeStored(config.dataDir, sha256)))
      throw new RequestFault(404, 'There is no such ingested report. Shipped reports are removed from their folder.')
    await removeOriginal(config.dataDir, sha256)
    await removeSettled(config.dataDir, sha256)
    return c.redirect(HERE, 303)
  })

  routes.post('/reports/council', async (c) => {
    if (!may(c)) throw new RequestFault(403, 'Only one who has the admin token can say which council a report is about.')
    const { sha256, authority } = await c.req.parseBody()
    const report = c.get('corpus').reports.find((one) => one.sha256 === sha256)
    if (!report) throw new RequestFault(404, 'There is no report with this sha256 in the collection.')
    const found = report.councilFound.evidence.some((one) => one.authority === authority)
    if (typeof authority !== 'string' || (authority !== '' && !found && !authorityCalled(authority)))
      throw new RequestFault(422, 'Choose an authority of the list, or none for a document that is about no one council.')
    await writeSettled(config.dataDir, report.sha256, authority || null)
    return c.redirect(HERE, 303)
  })
  routes.post('/reports/council/undo', async (c) => {
    if (!may(c)) throw new RequestFault(403, 'Only one who has the admin token can say which council a report is about.')
    const { sha256 } = await c.req.parseBody()
    if (typeof sha256 !== 'string' || !SHA256.test(sha256)) throw new RequestFault(422, 'Name the report by the sha256 of its file.')
    await removeSettled(config.dataDir, sha256)
    return c.redirect(HERE, 303)
  })
  return routes
}
