/** Makes builds: a program and all that it imports of ours in one file, beside its source map and a record of what it was made from. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { BUILD, digestOf, hashOf, nameOf, ROOT, recordOf, refuseStrangers } from './fresh.js'

/** What decides about a build besides the sources. */
const MAKERS = ['run/make.js', 'tsconfig.json', 'node_modules/esbuild/package.json']
/** A program that started before the sources changed may still read its build, or write it. */
const KEPT_MS = 24 * 3_600_000
const STARTED = /\bprogramBeside\(import\.meta\.url, '([^']+)'\)/g

/** Builds programs, named by their paths from the top, and those that they start. @throws with a line for whoever called */
export async function make(programs) {
  refuseStrangers()
  const esbuild = await import('esbuild').catch((error) => {
    throw new Error(`The compiler cannot be loaded (${error.code ?? error.message}). Run \`npm ci\`.`)
  })
  const all = new Set(programs)
  try {
    for (const program of all) {
      const { started, ...made } = await compile(program, esbuild)
      keep(program, made)
      for (const one of started) all.add(one)
    }
  } finally {
    await esbuild.stop()
  }
}

async function compile(program, esbuild) {
  if (!/^(?![./\\]).+\.tsx?$/.test(program) || !existsSync(join(ROOT, program)))
    throw new Error(`${program ? `${program} is` : 'That is'} no program of ours: name one by its path in ${ROOT}.`)
  const sources = new Map(MAKERS.map((path) => [path, readFileSync(join(ROOT, path))]))
  const started = []
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: [program],
    outfile: join(BUILD, 'program.js'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'external',
    sourcesContent: false,
    banner: { js: "const SOURCES = new URL('../', import.meta.url)" },
    plugins: [inTheirPlaces(sources, started)],
    write: false,
    logLevel: 'silent',
  })
  const [map, code] = ['.map', '.js'].map((end) => outputFiles.find(({ path }) => path.endsWith(end)).text)
  return { map, code, sources, started }
}

function keep(program, { map, code, sources }) {
  const paths = [...sources.keys()].sort()
  // of what was read, which may have changed since
  const digest = digestOf(paths, (path) => sources.get(path))
  const file = `${nameOf(program)}.${digest.slice(0, 16)}.js`
  const whole = `${code}//# sourceMappingURL=${file}.map\n`
  try {
    mkdirSync(BUILD, { recursive: true, mode: 0o755 })
    put(join(BUILD, `${file}.map`), map)
    put(join(BUILD, file), whole)
    // last: it says that the others are there
    put(recordOf(program), JSON.stringify({ sources: paths, digest, file, sha256: hashOf(whole) }))
    sweep(nameOf(program), file)
  } catch (error) {
    const why = `${BUILD} cannot be written (${error.code ?? error.message})`
    throw new Error(`${why}, and no build of these sources is in it. Run \`npm run build\` once as the owner of that folder.`)
  }
}

/** Each source goes on finding what lies beside it: data, packages, programs to start. */
const inTheirPlaces = (sources, started) => ({
  name: 'in their places',
  setup(build) {
    build.onLoad({ filter: /\.(?:tsx?|json)$/ }, ({ path }) => {
      const source = relative(ROOT, path).split(sep).join('/')
      const bytes = readFileSync(path)
      sources.set(source, bytes)
      if (source.endsWith('.json')) return { contents: bytes, loader: 'json' }
      const text = bytes.toString()
      for (const [, name] of text.matchAll(STARTED)) started.push(posix.join(posix.dirname(source), `${name}.ts`))
      const contents = text.replaceAll('import.meta.url', `new URL(${JSON.stringify(source)}, SOURCES).href`)
      return { contents, loader: source.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
})

/** In one step, so that it is whole or not there. */
function put(path, text) {
  const draft = `${path}.${randomUUID()}.part`
  try {
    writeFileSync(draft, text, { mode: 0o644, flag: 'wx' })
    renameSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

function sweep(name, newest) {
  const old = (path) => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY) > KEPT_MS
  for (const file of readdirSync(BUILD))
    if (file.startsWith(`${name}.`) && !file.startsWith(newest) && file !== `${name}.json` && old(join(BUILD, file)))
      rmSync(join(BUILD, file), { force: true })
}
