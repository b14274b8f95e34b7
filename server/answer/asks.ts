/** What kind of answer a question asks for, beside its matter: read once from its words, plain data ever after. */
export type Asks = {
  side: 'praise' | 'concern' | null
  several: boolean
  limit: boolean
  cause: boolean
  ofsted: boolean
  published: boolean
}
