/** A file that cannot be read as a report. The message names the fault and what to do; `source` names the file. */
export class UnreadableFile extends Error {
  readonly source: string
  constructor(source: string, why: string) {
    super(`${source}: ${why}`)
    this.name = 'UnreadableFile'
    this.source = source
  }
}
