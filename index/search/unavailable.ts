/** The engine does not answer, or not as a whole. `message` is for people, `detail` for the log. */
export class SearchUnavailable extends Error {
  readonly detail: string
  constructor(message: string, detail: string) {
    super(message)
    this.detail = detail
  }
}
