/** The app over the five real reports, as the server runs it, without a socket. */
import { makeApp, type Running } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { Library } from '../../server/library.ts'
import { realCorpus } from './corpus.ts'

let kept: Promise<Library> | undefined
/** Read once for a test file. */
export const realLibrary = (): Promise<Library> => {
  kept ??= realCorpus().then((corpus) => ({ corpus, loadedAt: new Date().toISOString() }))
  return kept
}

export const realApp = async (env: NodeJS.ProcessEnv = {}, running: Running = {}) =>
  makeApp(await realLibrary(), { config: readConfig(env), ...running })
