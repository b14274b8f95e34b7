/**
 * A room apart for reading files that others have made: a process with limits of memory and time, one file after another.
 * Whatever a file does to it, the program that asked goes on and is told what was wrong.
 *
 * A process and not a thread: what a thread takes outside JavaScript's heap (inflated streams) has no limit, and a thread that
 * V8 cannot give memory to takes the whole program with it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import type { Program } from './program.ts'
import type { Reply, Task } from './serve.ts'

export type Limits = {
  /** Resident memory, in MB; the process itself takes some 90. */
  memoryMb: number
  /** Wall time for one file, from when the process is ready. */
  seconds: number
  /** After a file the process is replaced where it holds more than this, in MB, so that a long batch stays small. */
  renewMb?: number
  /** Files that may wait for their turn; more are refused. */
  waiting?: number
}

/** `busy`: not tried, too many wait. Otherwise the reading was ended: by its limits, or because it broke. */
export type RoomFaultKind = 'too long' | 'too large' | 'broken' | 'busy'
export class RoomFault extends Error {
  readonly kind: RoomFaultKind
  constructor(kind: RoomFaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}

export type Room<In, Out> = {
  /** @throws RoomFault */
  read(input: In): Promise<Out>
  /** Ends its process; the next reading starts a new one. */
  close(): void
}

/** An idle process is let go after so long, in milliseconds (1,000 to 600,000): it holds some 90 MB and starts within a second. */
const IDLE_MS = 30_000
/** Heap of the whole memory: the rest is code, stacks and what is inflated outside the heap. */
const HEAP_SHARE = 0.75
/** A process that is not ready after so long will not be, in milliseconds (10,000 to 300,000): a second on an idle machine. */
const START_MS = 60_000
/** What no reader of files needs to know. */
const SECRETS = ['ADMIN_TOKEN']

export function openRoom<In, Out>({ path, args }: Program, limits: Limits): Room<In, Out> {
  let child: ChildProcess | null = null
  let ready = false
  /** Nothing was read in it yet. */
  let fresh = false
  let idle: NodeJS.Timeout | undefined
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  const close = (): void => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = null
  }

  const opened = (): ChildProcess => {
    clearTimeout(idle)
    if (child?.connected) return child
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SECRETS.includes(name)))
    ready = false
    const heap = Math.floor(limits.memoryMb * HEAP_SHARE)
    fresh = true
    const one = fork(path, [...args, String(limits.memoryMb), String(limits.seconds)], {
      execArgv: [`--max-old-space-size=${heap}`],
      env,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // without a listener an idle process that is lost would take this one with it
    one.on('error', () => {})
    child = one
    return one
  }

  /** The process does not keep this program alive, save while a file is read. */
  const hold = (one: ChildProcess, held: boolean): void => {
    if (held) one.ref()
    else one.unref()
    if (held) one.channel?.ref()
    else one.channel?.unref()
  }

  const turn = (input: In): Promise<Out> =>
    new Promise((resolve, reject) => {
      const one = opened()
      hold(one, true)
      let late: RoomFault | null = null
      let timer: NodeJS.Timeout | undefined
      const allow = (ms: number, message: string): void => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          late = new RoomFault('too long', message)
          one.kill('SIGKILL')
        }, ms)
      }
      const allowReading = (): void => allow(limits.seconds * 1000, `took more than ${limits.seconds} seconds to read`)
      const end = (): void => {
        clearTimeout(timer)
        one.off('message', answered).off('exit', died).off('error', failed)
      }
      const lost = (fault: RoomFault): void => {
        end()
        if (child === one) child = null
        one.kill('SIGKILL')
        reject(fault)
      }
      const died = (code: number | null, signal: NodeJS.Signals | null): void =>
        lost(
          late ??
            (signal
              ? new RoomFault('too large', `took more than ${limits.memoryMb} MB of memory to read`)
              : new RoomFault('broken', `ended the program that read it (code ${code})`)),
        )
      const failed = (error: Error): void => lost(new RoomFault('broken', `could not be given to a reader (${error.message})`))
      const answered = (reply: Reply<Out> | 'ready'): void => {
        ready = true
        if (reply === 'ready') allowReading()
        else settle(reply)
      }
      const settle = (reply: Reply<Out>): void => {
        end()
        fresh = false
        hold(one, false)
        if (reply.residentMb > (limits.renewMb ?? limits.memoryMb)) close()
        else {
          idle = setTimeout(close, IDLE_MS)
          idle.unref()
        }
        if (reply.ok) resolve(reply.value)
        else reject(new RoomFault('broken', reply.message))
      }
      one.on('message', answered).on('exit', died).on('error', failed)
      if (ready) allowReading()
      else allow(START_MS, 'could not be given to a reader: none was ready in time')
      one.send({ input } satisfies Task<In>, (error) => error && failed(error))
    })

  /** What an earlier file left behind is not held against this one. */
  const twice = async (input: In): Promise<Out> => {
    opened()
    const used = !fresh
    try {
      return await turn(input)
    } catch (error) {
      if (!used || !(error instanceof RoomFault) || error.kind === 'too long' || child) throw error
      return turn(input)
    }
  }

  return {
    read: (input) => {
      if (waiting > (limits.waiting ?? Number.POSITIVE_INFINITY))
        return Promise.reject(new RoomFault('busy', 'waits behind too many others'))
      waiting++
      const result = last.then(() => twice(input))
      last = result.catch(() => {}).finally(() => waiting--)
      return result
    },
    close,
  }
}
