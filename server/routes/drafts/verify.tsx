/** Check my quotes: paste a text or give a file, get a verdict on each quotation. A plain form; the draft is not kept. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { VerdictView, VerifyView } from '../../../views/drafts/verify.tsx'
import type { Config } from '../../config.ts'
import { LARGEST_DRAFT, LONGEST_DRAFT, plainLines, UnreadableDraft } from '../../drafts/draft.ts'
import { openDraftReader } from '../../drafts/drafts.ts'
import { formOf } from '../../http/body/forms.ts'
import { compressed } from '../../http/compressed.ts'
import type { AppEnv } from '../../http/env.ts'
import { whenItsTurn } from '../../http/lines.ts'
import { turnsWithin } from '../../http/load.ts'
import { type Check, TooManyQuotations, verifyInTurns } from '../../verify/verify.ts'
import type { Line } from '../../work/line.ts'
import { inTurns, type Steps } from '../../work/steps.ts'
import { framed } from '../service/frame.tsx'

/** A file, its form's other parts, and a pasted text of full length. */
const LARGEST_FORM = LARGEST_DRAFT + 8 * 1024 * 1024
/** A pasted text is shown again for another try, up to this length. */
const SHOWN_AGAIN = 100_000

type Shown = { check?: Check; verdicts?: string; name?: string | null; note?: string | null; problem?: string; text?: string }

/** A thousand verdicts take a second to draw, which nobody else is to wait for. */
function* drawn({ quotations }: Check): Steps<string> {
  const views: string[] = []
  for (const [i, one] of quotations.entries()) {
    views.push(String(<VerdictView one={one} number={i + 1} />))
    yield 1
  }
  return views.join('')
}

export function verifyRoutes(line: Line, { requestSeconds }: Pick<Config, 'requestSeconds'>) {
  const routes = new Hono<AppEnv>()
  routes.use(compressed())
  const drafts = openDraftReader()
  const page = (c: Context<AppEnv>, shown: Shown, status: ContentfulStatusCode = 200) =>
    c.html(
      framed(
        c,
        { title: `${shown.problem ? 'Error - ' : ''}Check my quotes`, here: '/verify' },
        <VerifyView {...shown} reports={c.get('corpus').reports.length} />,
      ),
      status,
    )

  routes.get('/', (c) => page(c, {}))
  routes.post(
    '/',
    bodyLimit({
      maxSize: LARGEST_FORM,
      onError: (c) =>
        page(c as Context<AppEnv>, { problem: 'The draft is larger than 20 MB. Save it without its pictures, or check it in parts.' }, 413),
    }),
    async (c) => {
      const form = await formOf(c)
      const file = form.draft instanceof File && (form.draft.size > 0 || form.draft.name !== '') ? form.draft : null
      const pasted = typeof form.text === 'string' ? form.text : ''
      // browsers send two characters for each end of a line
      const text = pasted.length > 2 * LONGEST_DRAFT ? pasted : plainLines(pasted)
      const again = text.length <= SHOWN_AGAIN ? text : ''
      if (!file && !text.trim()) return page(c, { problem: 'Paste a text, or choose a .docx, .md or .txt file.' }, 422)
      if (text.length > LONGEST_DRAFT)
        return page(c, { problem: `A text has at most ${LONGEST_DRAFT.toLocaleString('en-GB')} characters. Check it in parts.` }, 413)
      try {
        const draft = file ? await drafts.read(new Uint8Array(await file.arrayBuffer()), file.name || 'The file') : { text, note: null }
        const turn = turnsWithin(requestSeconds, c)
        const { check, verdicts } = await whenItsTurn(c, line, async () => {
          const check = await verifyInTurns(draft.text, c.get('corpus'), turn)
          return { check, verdicts: await inTurns(drawn(check), undefined, turn) }
        })
        return page(c, { check, verdicts, name: file?.name ?? null, note: draft.note, text: again })
      } catch (error) {
        if (error instanceof TooManyQuotations) return page(c, { problem: error.message, text: again }, 422)
        if (!(error instanceof UnreadableDraft)) throw error
        return page(c, { problem: error.message, text: again }, error.status)
      }
    },
  )
  return routes
}
