/** From the start of the program to its first answer. */
import { startServer } from './child.ts'
import { QUESTIONS } from './questions.ts'
import { median } from './stats.ts'

export type Start = { firstAnswerMs: number; residentMb: number }

const SERVER = 'server/main.ts'

export async function timeStart(seedsDir: string, dataDir: string, runs: number): Promise<Start> {
  const times: number[] = []
  const resident: number[] = []
  for (let run = 0; run < runs; run++) {
    const from = performance.now()
    const server = await startServer(SERVER, { SEEDS_DIR: seedsDir, DATA_DIR: dataDir })
    await answer(server.url, QUESTIONS[0]!)
    times.push(performance.now() - from)
    for (const question of QUESTIONS) await answer(server.url, question)
    resident.push(server.residentMb())
    await server.stop()
  }
  return { firstAnswerMs: median(times), residentMb: median(resident) }
}

async function answer(url: string, question: string): Promise<void> {
  const response = await fetch(new URL('/api/ask', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
  })
  if (!response.ok) throw new Error(`The server answered ${response.status} to “${question}”.`)
  await response.arrayBuffer()
}
