/** Addresses. A conversation is its questions, and they stand in the address, each followed by what was picked for it. */

/** What was picked in the page. It narrows the question that it follows; empty lists do not narrow. */
export type Picks = { authorities: string[]; years: number[]; reports: string[]; kinds: string[] }
/** `sure`: asked although it looked as if personal data stood in it. */
export type Asked = { question: string; picks: Picks; sure: boolean }

export const NO_PICKS: Picks = { authorities: [], years: [], reports: [], kinds: [] }
export const isPicked = (picks: Picks): boolean =>
  picks.authorities.length + picks.years.length + picks.reports.length + picks.kinds.length > 0

/** Picks as the name and value of form fields or of query parameters. */
export const pickFields = ({ authorities, years, reports, kinds }: Picks): [string, string][] => [
  ...authorities.map((value): [string, string] => ['authority', value]),
  ...years.map((value): [string, string] => ['year', String(value)]),
  ...reports.map((value): [string, string] => ['report', value]),
  ...kinds.map((value): [string, string] => ['kind', value]),
]

export const askedFields = (asked: Asked[]): [string, string][] =>
  asked.flatMap(({ question, picks, sure }): [string, string][] => [
    ['q', question],
    ...pickFields(picks),
    ...(sure ? ([['sure', 'yes']] as [string, string][]) : []),
  ])

/** `open` is the quote whose passage stands beside the chat. */
export function chatHref(asked: Asked[], { open, hash }: { open?: string; hash?: string } = {}): string {
  const query = new URLSearchParams(askedFields(asked))
  if (open) query.set('open', open)
  return `/${query.size > 0 ? `?${query}` : ''}${hash ? `#${hash}` : ''}`
}

/** One's own briefing, which leads back to the conversation that it is opened from. */
export const briefingHref = (asked: Asked[] = []): string =>
  `/briefing${asked.length > 0 ? `?${new URLSearchParams(askedFields(asked))}` : ''}`

export const reportHref = (id: string): string => `/reports/${encodeURIComponent(id)}`

/** The file that a report was read from; it exists only where it was ingested and kept. */
export const originalHref = (report: string): string => `${reportHref(report)}/original`

/** A page of it as printed, counted from 1, with a quote marked; "quote" is the page on which the quote stands. */
export const pageHref = (report: string, page: number | 'quote', quote?: string): string =>
  `${reportHref(report)}/pages/${page}${quote ? `?${new URLSearchParams({ quote })}` : ''}`

/** Its picture alone; a small one has the quote drawn in. */
export function pageImageHref(report: string, page: number | 'quote', quote?: string, size?: 'small'): string {
  const query = new URLSearchParams({ ...(quote && { quote }), ...(size && { size }) })
  return `${reportHref(report)}/pages/${page}/image${query.size > 0 ? `?${query}` : ''}`
}

export const councilHref = (slug: string): string => `/councils/${slug}`

/** Every report that mentions what is asked; the picks narrow it. */
export const mentionsHref = (question: string, picks: Picks = NO_PICKS, page = 1): string =>
  `/mentions?${new URLSearchParams([['q', question], ...pickFields(picks), ...(page > 1 ? [['page', String(page)]] : [])] as [string, string][])}`

/** A passage in its report, marked. */
export const passageHref = (report: string, passage: string): string =>
  `${reportHref(report)}?${new URLSearchParams({ quote: passage })}#${passage}`

/** A sentence in its report, with the words whose other mentions one may step through. */
export function sentenceHref(report: string, passage: string, id: string, words = ''): string {
  const query = new URLSearchParams({ quote: id, ...(words && { words }) })
  // to the sentence itself: a long paragraph would leave it below the fold of a phone
  return `${reportHref(report)}?${query}#${id === passage ? passage : 'quote'}`
}

export const quoteHref = (quote: { id: string; report: { id: string }; proof: { passage: string } }, words = ''): string =>
  sentenceHref(quote.report.id, quote.proof.passage, quote.id, words)
