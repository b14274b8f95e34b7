/** The contract of the check of quotations. */
import { z } from '@hono/zod-openapi'
import { LONGEST_DRAFT } from '../drafts/draft.ts'
import { QuoteSchema, Span } from './schemas.ts'

const MOST_PROOFS = 1000

const Proof = QuoteSchema.shape.proof
const Sent = z.string().max(LONGEST_DRAFT)
export const VerifyRequest = z
  .object({
    text: z.string('must be text').max(LONGEST_DRAFT, `A draft has at most ${LONGEST_DRAFT.toLocaleString('en-GB')} characters.`),
    proofs: z
      .array(Proof.extend({ source: Sent, passage: Sent, text: Sent }))
      .max(MOST_PROOFS)
      .optional(),
  })
  .openapi('VerifyRequest')

const VerdictSchema = z
  .object({
    text: z.string(),
    at: Span,
    how: z.enum(['marks', 'block', 'indented', 'unmarked']),
    verdict: z.enum(['found', 'differently_cited', 'altered', 'stitched', 'not_found']),
    reason: z.string(),
    places: z.array(QuoteSchema),
    nearest: z
      .object({ quote: QuoteSchema, difference: z.array(z.object({ op: z.enum(['same', 'added', 'removed']), text: z.string() })) })
      .nullable(),
  })
  .openapi('Verdict')

export const VerifyReply = z
  .object({
    quotations: z.array(VerdictSchema),
    tooShort: z.array(z.object({ text: z.string(), at: Span })),
    proofs: z.array(z.object({ proof: Proof, status: z.enum(['found', 'changed', 'gone']) })).optional(),
  })
  .openapi('VerifyReply')
