/** How long the event loop of this process was held in one go. */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

/** Milliseconds between two looks. */
const LOOK_MS = 5

export type Stalls = {
  /** The longest so far, in milliseconds, and the watch ends. */
  worst: () => number
}

/**
 * Between two turns of the loop passes wall time and processor time; the lesser is what this process held the loop for. Wall time
 * alone would count what other programs of a busy machine took.
 */
export function watchStalls(): Stalls {
  let worst = 0
  let [wall, used] = [performance.now(), usedMs()]
  const timer = setInterval(() => {
    const [now, usedNow] = [performance.now(), usedMs()]
    worst = Math.max(worst, Math.min(now - wall, usedNow - used) - LOOK_MS)
    wall = now
    used = usedNow
  }, LOOK_MS)
  return {
    worst: () => {
      clearInterval(timer)
      return Math.max(worst, Math.min(performance.now() - wall, usedMs() - used) - LOOK_MS)
    },
  }
}

/** Processor time of the main thread where the system tells it (Linux), else of the whole process. */
function usedMs(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]) / 1e6
  } catch {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
}
