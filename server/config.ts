/** Settings from the environment, checked once at start. */
import { z } from 'zod'

const Settings = z.object({
  PORT: z.coerce.number('must be a number').int().min(0, 'must be 0 to 65535').max(65535, 'must be 0 to 65535').default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SEEDS_DIR: z.string().min(1, 'must name a folder').default('seeds'),
  DATA_DIR: z.string().min(1, 'must name a folder').default('.data'),
})

export type Config = { port: number; host: string; seedsDir: string; dataDir: string }

/** @throws Error that names every faulty setting, its value's fault and where it is set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.keys(Settings.shape).map((key) => [key, env[key] === '' ? undefined : env[key]]))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}=${env[String(issue.path[0])]}: ${issue.message}`)
    throw new Error(`Settings in the environment are wrong. ${faults.join('; ')}`)
  }
  const { PORT, HOST, SEEDS_DIR, DATA_DIR } = parsed.data
  return { port: PORT, host: HOST, seedsDir: SEEDS_DIR, dataDir: DATA_DIR }
}
