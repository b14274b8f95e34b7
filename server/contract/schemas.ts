/** The public JSON contract as zod schemas. The OpenAPI document is made from these. */
import { z } from '@hono/zod-openapi'
import { FACT_NAMES, REPORT_KINDS } from '../../index/model/report.ts'

export const LONGEST_QUESTION = 500
export const MOST_EARLIER_QUESTIONS = 20

/** JSON Schema counts characters, JavaScript UTF-16 units: "😀" is one and two. */
export const atMost = (most: number, message: string) =>
  [(text: string): boolean => text.length <= most || (text.length <= 2 * most && [...text].length <= most), message] as const

const QuestionText = z
  .string('must be text')
  .regex(/\S/, 'Ask a question. For example: what did Ofsted say about return home interviews?')
  .refine(...atMost(LONGEST_QUESTION, `A question has at most ${LONGEST_QUESTION} characters.`))
  .trim()
  .openapi({ maxLength: LONGEST_QUESTION })
const Name = z
  .string()
  .refine(...atMost(100, 'must have at most 100 characters'))
  .openapi({ maxLength: 100 })

export const AskRequest = z
  .object({
    question: QuestionText,
    after: z.array(QuestionText).max(MOST_EARLIER_QUESTIONS, `At most ${MOST_EARLIER_QUESTIONS} earlier questions.`).optional(),
    scope: z
      .object({
        authorities: z.array(Name).max(200).optional(),
        years: z.array(z.int().min(1900).max(2200)).max(100).optional(),
        reports: z.array(Name).max(500).optional(),
      })
      .optional(),
  })
  .openapi('AskRequest')

const Days = z.object({ from: z.iso.date(), to: z.iso.date() })
/** Offset into a text. No document has more characters. */
const Offset = z.int().min(0).max(1_000_000_000)
export const Span = z.tuple([Offset, Offset]).openapi({ minItems: 2, maxItems: 2 })
const Kind = z.enum(REPORT_KINDS)

const QuotedReport = z.object({
  id: z.string(),
  source: z.string(),
  title: z.string(),
  authority: z.string().nullable(),
  publisher: z.string(),
  kind: Kind,
  inspected: Days.nullable(),
  published: z.iso.date().nullable(),
})
const Proof = z.object({ source: z.string(), passage: z.string(), start: Offset, end: Offset, text: z.string() })

export const QuoteSchema = z
  .object({
    id: z.string(),
    text: z.string(),
    marks: z.array(Span),
    report: QuotedReport,
    section: z.string().nullable(),
    path: z.array(z.string()),
    part: z.string().nullable(),
    paragraph: z.string().nullable(),
    page: z.string().nullable(),
    kind: z.enum(['heading', 'text', 'item', 'row']),
    speaker: z.string(),
    voice: z.string(),
    url: z.string(),
    citation: z.string(),
    why: z.string(),
    caution: z.string().nullable(),
    alike: z.array(
      z.object({
        id: z.string(),
        report: QuotedReport,
        paragraph: z.string().nullable(),
        page: z.string().nullable(),
        url: z.string(),
        citation: z.string(),
        proof: Proof,
      }),
    ),
    proof: Proof,
  })
  .openapi('Quote')

export const AnswerSchema = z
  .object({
    question: z.string(),
    interpretation: z.object({
      question: z.string(),
      intent: z.enum(['passages', 'judgement', 'list', 'figure', 'comparison']),
      scope: z.object({ authorities: z.array(z.string()), years: z.array(z.int()), reports: z.array(z.string()) }),
      terms: z.array(z.object({ word: z.string(), also: z.array(z.string()) })),
      corrections: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
    outcome: z.enum(['answered', 'not_found', 'needs_clarifying']),
    reason: z.string().nullable(),
    summary: z.string(),
    quotes: z.array(QuoteSchema),
    sides: z.array(z.object({ name: z.string(), quotes: z.array(z.string()) })),
    coverage: z.object({ searched: z.array(z.string()), quoted: z.array(z.string()), silent: z.array(z.string()) }),
    related: z.array(QuoteSchema),
    notes: z.array(z.string()),
    topics: z.array(z.object({ words: z.string(), question: z.string(), sentences: z.int() })),
    suggestions: z.array(z.string()),
  })
  .openapi('Answer')

export const MOST_HITS = 100
const USUAL_HITS = 20

const Limit = z.int('must be a whole number').min(1, `limit is 1 to ${MOST_HITS}.`).max(MOST_HITS, `limit is 1 to ${MOST_HITS}.`)

export const SearchRequest = z.object({
  q: QuestionText.openapi({ example: 'return home interviews in Stoke-on-Trent' }),
  limit: Limit.default(USUAL_HITS),
})
/** The same in an address, where a number is written in digits. */
export const SearchQuery = SearchRequest.extend({
  limit: z
    .string()
    .regex(/^[+-]?\d{1,9}$/, 'limit must be a whole number')
    .transform(Number)
    .pipe(Limit)
    .default(USUAL_HITS)
    .openapi({ type: 'integer', minimum: 1, maximum: MOST_HITS, default: USUAL_HITS }),
})

export const SearchReply = z.object({ hits: z.array(z.object({ quote: QuoteSchema, score: z.number() })) }).openapi('SearchReply')

export const ErrorSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    }),
  })
  .openapi('Error')

const JudgementSchema = z.object({
  area: z.string(),
  part: z.string().nullable(),
  grade: z.string(),
  verbatim: z.string(),
  paragraphId: z.string(),
})

/** How sure it is which council a report is about, 0 to 1; `open` says why a person has to look. */
const CouncilFoundSchema = z.object({
  confidence: z.number().min(0).max(1),
  open: z.enum(['none', 'two', 'not listed']).nullable(),
  evidence: z.array(
    z.object({
      from: z.enum(['person', 'catalogue', 'title', 'head', 'path', 'text']),
      authority: z.string().nullable(),
      printed: z.string(),
    }),
  ),
})

export const ReportEntry = z
  .object({
    id: z.string(),
    source: z.string(),
    sha256: z.string(),
    title: z.string(),
    authority: z.string().nullable(),
    councilFound: CouncilFoundSchema,
    publisher: z.string(),
    kind: Kind,
    framework: z.string().nullable(),
    inspected: Days.nullable(),
    published: z.iso.date().nullable(),
    leadInspector: z.string().nullable(),
    licence: z.object({ name: z.string().nullable(), sentence: z.string().nullable(), copyright: z.string().nullable() }),
    judgements: z.array(JudgementSchema),
    pages: z.int().nullable(),
    paragraphs: z.int(),
    url: z.string(),
  })
  .openapi('ReportEntry')

export const ReportSchema = ReportEntry.extend({
  sections: z.array(
    z.object({
      heading: z.string().nullable(),
      path: z.array(z.string()),
      paragraphs: z.array(
        z.object({
          id: z.string(),
          number: z.string().nullable(),
          page: z.string().nullable(),
          kind: z.enum(['heading', 'text', 'item', 'row']),
          text: z.string(),
          sentences: z.array(z.object({ id: z.string(), start: Offset, end: Offset })),
          speaker: z.string(),
          evidence: z.boolean(),
        }),
      ),
    }),
  ),
  recommendations: z.array(
    z.object({ text: z.string(), part: z.string().nullable(), deadline: z.string().nullable(), paragraphId: z.string() }),
  ),
  facts: z.array(z.object({ name: z.enum(FACT_NAMES), value: z.string(), printed: z.string(), paragraphId: z.string() })),
  health: z.object({
    sections: z.int(),
    paragraphs: z.int(),
    sentences: z.int(),
    items: z.int(),
    numbersFound: z.int(),
    numbersLost: z.array(z.int()),
    tables: z.int(),
    oddCharacters: z.int(),
    recognised: z.boolean().optional(),
  }),
}).openapi('Report')
