/** A room apart holds whatever is done in it: the program that asked gets one line, and the next file is read. */
import { afterEach, describe, expect, it } from 'vitest'
import { programBeside } from '../../../../index/library/reading/program.ts'
import { openRoom, type Room, RoomFault } from '../../../../index/library/reading/room.ts'
import { run } from '../../../support/child.ts'
import { watchStalls } from '../../../support/stalls.ts'
import type { Deed } from './bad-reader.ts'

const READER = programBeside(import.meta.url, './bad-reader')
const MEMORY_MB = 200
const rooms: Room<Deed, string>[] = []
const open = (more: { seconds?: number; renewMb?: number; waiting?: number } = {}): Room<Deed, string> => {
  const room = openRoom<Deed, string>(READER, { memoryMb: MEMORY_MB, seconds: 30, ...more })
  rooms.push(room)
  return room
}
afterEach(() => {
  for (const room of rooms.splice(0)) room.close()
})
const faultOf = async (reading: Promise<unknown>): Promise<RoomFault> => {
  const fault = await reading.catch((error: unknown) => error)
  if (!(fault instanceof RoomFault)) throw new Error(`it was read: ${fault}`)
  return fault
}
const pidOf = (said: string): string => /as (\d+)/.exec(said)?.[1] ?? ''

/** Processes start slowly on a busy machine. */
describe('a room apart', { timeout: 180_000 }, () => {
  it('ends what never ends and what breaks its process', async () => {
    const room = open({ seconds: 2 })
    expect((await faultOf(room.read('loop'))).message).toBe('took more than 2 seconds to read')
    expect((await faultOf(room.read('never'))).kind).toBe('too long')
    expect((await faultOf(room.read('exit'))).message).toBe('ended the program that read it (code 7)')
    expect((await faultOf(room.read('throw aside'))).kind).toBe('broken')
  })

  it('ends what takes too much memory, inside the heap and outside, and reads the next', async () => {
    const room = open({ seconds: 120 })
    expect((await faultOf(room.read('buffers'))).message).toBe(`took more than ${MEMORY_MB} MB of memory to read`)
    expect((await faultOf(room.read('heap'))).kind).toBe('too large')
    expect(await room.read('echo')).toMatch(/^did echo/)
  })

  it('takes the asking program no time and no memory meanwhile', async () => {
    const room = open()
    await room.read('echo')
    const before = process.memoryUsage.rss()
    const stalls = watchStalls()
    await faultOf(room.read('buffers'))
    expect(stalls.worst()).toBeLessThan(200)
    expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(50)
  })

  it('tells what a file is faulted for, lives on, and minds no promise that nobody waited for', async () => {
    const room = open()
    const pid = pidOf(await room.read('echo'))
    expect((await faultOf(room.read('throw'))).message).toBe('no such page')
    expect(pidOf(await room.read('reject aside'))).toBe(pid)
  })

  it('is given no secret', async () => {
    process.env.ADMIN_TOKEN = 'correct horse battery'
    try {
      expect(await open().read('echo')).toContain('without a token')
    } finally {
      delete process.env.ADMIN_TOKEN
    }
  })

  it('reads one after another, and refuses those for whom too many wait', async () => {
    const room = open({ waiting: 1 })
    const [first, second, third] = [room.read('echo'), room.read('echo'), faultOf(room.read('echo'))]
    expect((await third).kind).toBe('busy')
    expect(await first).toBe(await second)
    expect(await room.read('echo')).toBe(await first)
  })

  it('is renewed where it has grown', async () => {
    const room = open({ renewMb: 1 })
    expect(await room.read('echo')).not.toBe(await room.read('echo'))
  })

  it('does not outlive the program that asked, and does not keep it alive', async () => {
    const asking = run('test/index/library/reading/asking.ts')
    const pid = Number(pidOf(await asking.line(/^did echo/)))
    expect((await asking.ended).code).toBe(0)
    await expect.poll(() => isAlive(pid)).toBe(false)
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
