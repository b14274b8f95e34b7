/** What a request carries from the first middleware to the last handler. */
import type { Corpus } from '../../index/search/corpus.ts'

/** `outcome` and `asked` are for the log: what became of a question, and its text where that is switched on. */
export type AppEnv = { Variables: { corpus: Corpus; requestId: string; outcome?: string; asked?: string } }
