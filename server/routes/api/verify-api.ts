/** POST /api/verify: a draft → a verdict on each quotation in it. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { checkProof } from '../../cite/proof.ts'
import type { Config } from '../../config.ts'
import { VerifyReply, VerifyRequest } from '../../contract/verify-schemas.ts'
import { LONGEST_DRAFT } from '../../drafts/draft.ts'
import { plainJson } from '../../http/body/json-size.ts'
import type { AppEnv } from '../../http/env.ts'
import { errorBody, RequestFault } from '../../http/errors.ts'
import { whenItsTurn } from '../../http/lines.ts'
import { turnsWithin } from '../../http/load.ts'
import { TooManyQuotations, verifyInTurns } from '../../verify/verify.ts'
import type { Line } from '../../work/line.ts'
import { BODY_FAULTS, json } from './replies.ts'

/** JSON may write each character as six. */
const LARGEST_BODY = LONGEST_DRAFT * 6
/** A thousand proofs have some twelve thousand (20,000 to 100,000). */
const MOST_VALUES = 40_000

export function verifyApiRoutes(line: Line, { requestSeconds }: Pick<Config, 'requestSeconds'>) {
  const api = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return
      const issues = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
      const tooLong = result.error.issues.some(({ code, path }) => code === 'too_big' && path[0] === 'text')
      const status = tooLong ? 413 : 422
      return c.json(errorBody(status, issues.map(({ message }) => message).join(' '), issues), status)
    },
  })
  api.use(
    '/verify',
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: () => {
        throw new RequestFault(413, `A draft has at most ${LONGEST_DRAFT.toLocaleString('en-GB')} characters. Check it in parts.`)
      },
    }),
  )
  api.use('/verify', plainJson(MOST_VALUES))
  api.openapi(
    createRoute({
      method: 'post',
      path: '/verify',
      operationId: 'verify',
      summary: 'Check the quotations of a draft',
      request: { body: { content: { 'application/json': { schema: VerifyRequest } }, required: true } },
      responses: {
        200: json(VerifyReply, 'A verdict on each quotation, in the order of the text'),
        ...BODY_FAULTS,
      },
    }),
    async (c) => {
      const { text, proofs } = c.req.valid('json')
      const corpus = c.get('corpus')
      const checked = proofs?.map((proof) => ({ proof, status: checkProof(proof, corpus) }))
      try {
        const check = await whenItsTurn(c, line, () => verifyInTurns(text, corpus, turnsWithin(requestSeconds, c)))
        return c.json({ ...check, ...(checked && { proofs: checked }) }, 200)
      } catch (error) {
        if (error instanceof TooManyQuotations) throw new RequestFault(422, error.message)
        throw error
      }
    },
  )
  return api
}
