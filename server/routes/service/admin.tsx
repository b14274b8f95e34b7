/** Adding and removing reports, for one who has the admin token. */
import { Hono } from 'hono'
import { AUTHORITIES, authorityCalled } from '../../../index/library/authorities.ts'
import { removeSettled, writeSettled } from '../../../index/library/councils/settled.ts'
import { sizeOfOriginals } from '../../../index/library/originals/originals.ts'
import { removeReport } from '../../../index/library/removal.ts'
import { storedFiles } from '../../../index/library/store.ts'
import { needsPerson } from '../../../index/model/report.ts'
import { AdminView } from '../../../views/service/admin.tsx'
import type { Config } from '../../config.ts'
import type { Audit } from '../../http/admin/audit.ts'
import { makeUploads } from '../../http/admin/uploads.ts'
import { formOf, listOf } from '../../http/body/forms.ts'
import type { AppEnv } from '../../http/env.ts'
import { RequestFault } from '../../http/errors.ts'
import type { Missing } from '../../library.ts'
import { framed } from './frame.tsx'
import { makeGate } from './sign-in.tsx'

/** Files of one upload (1 to 200); their size together is limited by the server. */
const MOST_FILES = 50
const HERE = '/admin/reports'
const COUNCILS = AUTHORITIES.map(({ name }) => name).sort()
const SHA256 = /^[0-9a-f]{64}$/

/** `missing`: the stored reports that could not be read, as they stand when a page is drawn. */
export function adminRoutes(token: string, config: Config, audit: Audit, missing: () => Missing[]) {
  const routes = new Hono<AppEnv>()
  const uploads = makeUploads(config)
  const gate = makeGate(token, config, audit)
  const { may, who } = gate
  routes.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })

  routes.route('/', gate.routes)

  routes.get('/reports', async (c) => {
    if (!(await may(c))) return gate.ask(c)
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
          missing={missing()}
          councils={COUNCILS}
          originals={originals}
          keepsOriginals={config.keepOriginals}
        />,
      ),
    )
  })

  routes.post('/reports', async (c) => {
    if (!(await may(c))) throw new RequestFault(403, 'Only one who has the admin token can add reports.')
    const files = (await listOf(c, 'files')).filter((one): one is File => one instanceof File && one.name !== '')
    if (files.length === 0) throw new RequestFault(422, 'Choose at least one file: PDF, Word (.docx), web page (.html) or text.')
    if (files.length > MOST_FILES) throw new RequestFault(413, `Send at most ${MOST_FILES} files at once.`)
    const upload = await uploads.begin(files)
    await audit(who(c), 'uploaded', upload.files.join(', '))
    return c.req.header('accept')?.includes('application/json') ? c.json({ files: upload.files }, 202) : c.redirect(HERE, 303)
  })

  routes.post('/reports/remove', async (c) => {
    if (!(await may(c))) throw new RequestFault(403, 'Only one who has the admin token can remove reports.')
    const { sha256 } = await formOf(c)
    if (typeof sha256 !== 'string' || !SHA256.test(sha256)) throw new RequestFault(422, 'Name the report by the sha256 of its file.')
    if (!(await removeReport(config.dataDir, sha256)))
      throw new RequestFault(404, 'There is no such ingested report. Shipped reports are removed from their folder.')
    await audit(who(c), 'removed', sha256)
    return c.redirect(HERE, 303)
  })

  routes.post('/reports/council', async (c) => {
    if (!(await may(c))) throw new RequestFault(403, 'Only one who has the admin token can say which council a report is about.')
    const { sha256, authority } = await formOf(c)
    const report = c.get('corpus').reports.find((one) => one.sha256 === sha256)
    if (!report) throw new RequestFault(404, 'There is no report with this sha256 in the collection.')
    const found = report.councilFound.evidence.some((one) => one.authority === authority)
    if (typeof authority !== 'string' || (authority !== '' && !found && !authorityCalled(authority)))
      throw new RequestFault(422, 'Choose an authority of the list, or none for a document that is about no one council.')
    await writeSettled(config.dataDir, report.sha256, authority || null)
    await audit(who(c), 'settled', `${report.sha256}: ${authority || 'none'}`)
    return c.redirect(HERE, 303)
  })
  routes.post('/reports/council/undo', async (c) => {
    if (!(await may(c))) throw new RequestFault(403, 'Only one who has the admin token can say which council a report is about.')
    const { sha256 } = await formOf(c)
    if (typeof sha256 !== 'string' || !SHA256.test(sha256)) throw new RequestFault(422, 'Name the report by the sha256 of its file.')
    await removeSettled(config.dataDir, sha256)
    await audit(who(c), 'set back', sha256)
    return c.redirect(HERE, 303)
  })
  return routes
}
