/** A reader in a process of its own, for the many sentences of new reports: the server's own thread answers meanwhile. */
import { fork } from 'node:child_process'
import { programBeside } from '../library/reading/program.ts'
import type { Maker } from './sentence-vectors.ts'

type Reply = { vectors: Int8Array } | { error: string }

/** The process begins at once; what stops it, or keeps it from reading, is thrown where its work is waited for. */
export function openMaker(): Maker {
  const { path, args } = programBeside(import.meta.url, './maker-process')
  const child = fork(path, args, { execArgv: [], serialization: 'advanced' })
  // it works for the server and must not keep it from ending
  child.unref()
  child.channel?.unref()
  let settle: ((reply: Reply) => void) | null = null
  let ended: string | null = null
  const end = (error: string): void => {
    ended = error
    settle?.({ error })
  }
  child
    .on('message', (reply: Reply) => settle?.(reply))
    .on('error', (error) => end(error.message))
    .on('exit', (code, signal) => end(`the process that makes them ended (${signal ?? code})`))
  return {
    make: (texts) =>
      new Promise((resolve, reject) => {
        settle = (reply) => {
          settle = null
          if ('error' in reply) reject(new Error(reply.error))
          else resolve(reply.vectors)
        }
        if (ended) settle({ error: ended })
        else child.send(texts)
      }),
    end: () => void child.kill(),
  }
}
