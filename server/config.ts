/** Settings from the environment, checked once at start. */
import { z } from 'zod'
import { LOG_LEVELS, type LogLevel } from './http/log.ts'

/** A number as people write it: white space is none, and "0x10" or "1e3" are most likely slips. */
const whole = (least: number, most: number) =>
  z.string().transform((text, context) => {
    const number = /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN
    const message = Number.isNaN(number)
      ? 'must be a number'
      : !Number.isInteger(number)
        ? 'must be a whole number'
        : `must be ${most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`}`
    if (Number.isInteger(number) && number >= least && number <= most) return number
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
const ANY = Number.MAX_SAFE_INTEGER
const list = z.string().transform((text) => text.split(',').flatMap((part) => part.trim().toLowerCase() || []))
const LARGEST_PORT = 65_535

function isNode(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && !username && !password && !search && !hash
}

const Settings = z.object({
  PORT: whole(0, LARGEST_PORT).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'must be an address or name of this machine')
    .default('127.0.0.1'),
  SEEDS_DIR: z.string().min(1, 'must name a folder').default('seeds'),
  DATA_DIR: z.string().min(1, 'must name a folder').default('.data'),
  /** Names that browsers may use for this server, with commas between, beside localhost, HOST and plain IP addresses. */
  ALLOWED_HOSTS: list.prefault(''),
  /** The path that a reverse proxy serves the program under, such as /reports-search. */
  BASE_PATH: z
    .string()
    .regex(/^(?:\/[\w.~-]+)*$/, 'must look like /quotes, without a slash at its end')
    .default(''),
  /** How many reverse proxies stand in front; so many entries at the end of X-Forwarded-For are theirs. */
  TRUST_PROXY: whole(0, 5).default(0),
  /** Requests a minute from one address; 0 is no limit. Unset: 1,200 for other machines, none for this one. */
  RATE_LIMIT: whole(0, ANY).optional(),
  /** After so many seconds a request is given up. */
  REQUEST_SECONDS: whole(1, 600).default(20),
  /** Milliseconds that work may wait for its turn before new work is turned away; 0 never turns away. */
  MAX_LAG_MS: whole(0, ANY).default(500),
  /** Whoever has it may add and remove reports at /admin/reports. Unset: nobody may, and there is no such page. */
  ADMIN_TOKEN: z
    .string()
    .min(16, 'must have 16 characters or more')
    .regex(/^[!-~](?:[ -~]*[!-~])?$/, 'must be of letters, digits and signs of ASCII, without white space at its ends')
    .optional(),
  /** Whether ingested files are kept as they came, for reading them again and for showing their pages. */
  KEEP_ORIGINALS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  /** 1 writes the questions into the log. They may hold personal data. */
  LOG_QUESTIONS: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  /** Nodes of a search cluster, with commas between. Unset: this process searches by itself. */
  SEARCH_URL: z
    .string()
    .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
    .refine(
      (urls) => urls.every(isNode),
      'must be addresses like https://search-1.example:9200, with commas between, without name and password',
    )
    .default([]),
  SEARCH_USER: z.string().optional(),
  SEARCH_PASSWORD: z.string().optional(),
  /** A PEM file with the certificates that the nodes' own are signed by. */
  SEARCH_CA: z.string().optional(),
  /** What the names of this program's indexes begin with. */
  SEARCH_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,30}$/, 'must be a small letter and up to 30 small letters and digits')
    .default('quotes'),
  /** After so many seconds a trip to the cluster is given up; a question takes three at most. */
  SEARCH_SECONDS: whole(1, 60).default(5),
  /** off: answers are found by words alone, and nothing of the learned reader is loaded. */
  READER: z.enum(['on', 'off'], 'must be on or off').default('on'),
})

export type Config = {
  port: number
  host: string
  seedsDir: string
  dataDir: string
  allowedHosts: string[]
  basePath: string
  trustProxy: number
  /** Null: the usual limit, and none for this machine. */
  rateLimit: number | null
  requestSeconds: number
  maxLagMs: number
  /** Null: nobody adds or removes reports over HTTP. */
  adminToken: string | null
  keepOriginals: boolean
  logLevel: LogLevel
  logQuestions: boolean
  reader: boolean
  /** Null: no search cluster. */
  search: SearchSettings | null
}

export type SearchSettings = {
  urls: string[]
  user: string | null
  password: string | null
  caFile: string | null
  prefix: string
  seconds: number
}

/** @throws Error that names every faulty setting, its value's fault and where it is set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const names = Object.keys(Settings.shape)
  const blank = names.filter((name) => env[name]?.trim() === '' && env[name] !== '')
  const given = Object.fromEntries(names.map((name) => [name, env[name]?.trim() === '' ? undefined : env[name]]))
  const parsed = Settings.safeParse(given)
  if (!parsed.success || blank.length > 0) {
    const faults = [
      ...blank.map((name) => `${name}: is nothing but white space; unset it or give it a value`),
      ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}=${valueShown(String(path[0]), env)}: ${message}`),
    ]
    throw new Error(`Settings in the environment are wrong. ${faults.join('; ')}`)
  }
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    seedsDir: data.SEEDS_DIR,
    dataDir: data.DATA_DIR,
    allowedHosts: data.ALLOWED_HOSTS,
    basePath: data.BASE_PATH,
    trustProxy: data.TRUST_PROXY,
    rateLimit: data.RATE_LIMIT ?? null,
    requestSeconds: data.REQUEST_SECONDS,
    maxLagMs: data.MAX_LAG_MS,
    adminToken: data.ADMIN_TOKEN ?? null,
    keepOriginals: data.KEEP_ORIGINALS === 'on',
    logLevel: data.LOG_LEVEL,
    logQuestions: data.LOG_QUESTIONS === '1',
    reader: data.READER === 'on',
    search:
      data.SEARCH_URL.length === 0
        ? null
        : {
            urls: data.SEARCH_URL,
            user: data.SEARCH_USER ?? null,
            password: data.SEARCH_PASSWORD ?? null,
            caFile: data.SEARCH_CA ?? null,
            prefix: data.SEARCH_PREFIX,
            seconds: data.SEARCH_SECONDS,
          },
  }
}

/** A secret is never printed, not even a faulty one. */
const valueShown = (name: string, env: NodeJS.ProcessEnv): string => (SECRET.has(name) ? '…' : String(env[name]))
/** An address may hold a password by mistake. */
const SECRET = new Set(['ADMIN_TOKEN', 'SEARCH_PASSWORD', 'SEARCH_URL'])
