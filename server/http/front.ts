/**
 * In front of the app: the page of a question asked before. It is the same for whoever asks, so that none of the app's steps but
 * the record of the request is needed. What is counted by client goes through the app, and is answered from memory there.
 */
import { performance } from 'node:perf_hooks'
import type { Config } from '../config.ts'
import { isHeld, type KeptReplies } from './kept-replies.ts'
import { isCounted } from './load.ts'
import { idOf, type Recorder } from './observe.ts'

/** Null where the app has to be asked. */
export type Front = (request: Request, env: unknown) => Response | null

export function makeFront({ find }: KeptReplies, record: Recorder, config: Config): Front {
  return (request, env) => {
    if (request.method !== 'GET') return null
    const start = performance.now()
    const kept = find(request)
    if (!kept || isCounted(request, env, config)) return null
    const id = idOf(request, config.trustProxy)
    const status = isHeld(kept, request) ? 304 : 200
    const question = config.logQuestions ? kept.asked : undefined
    record({ start, method: 'GET', route: '/', status, id, outcome: kept.outcome, question })
    return new Response(status === 304 ? null : kept.bytes, { status, headers: { ...kept.headers, 'x-request-id': id } })
  }
}
