/** The files to read among what a command names: files as they are, folders with all below them. */
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** What a folder is searched for. A file named outright is looked at whatever its name. */
export const READABLE = /\.(pdf|txt|docx|rtf|x?html?|mht(ml)?)$/i
/** Ofsted's own folders, "80445_cambridgeshire", tell the authority. */
const AUTHORITY_FOLDER = /^\d{5,7}_/

/** `source` is the path under the folder that was named. */
export type Found = { path: string; source: string }

/**
 * In the order of their paths, each once.
 * @throws Error naming what is not there.
 */
export async function filesUnder(paths: string[]): Promise<Found[]> {
  const found = new Map<string, Found>()
  for (const given of paths) {
    const path = resolve(given)
    const about = await stat(path).catch(() => {
      throw new Error(`${given} is not there, or may not be read. Name files or folders.`)
    })
    const files = about.isDirectory() ? await walk(path) : ['']
    for (const file of files) {
      const whole = join(path, file)
      const before = found.get(whole)
      const source = withAuthority(path, file)
      if (!before || sourceRank(source) < sourceRank(before.source)) found.set(whole, { path: whole, source })
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function walk(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  return (
    names
      // a link to a file is that file; one that leads nowhere is a line of the summary
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && READABLE.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
  )
}

/** A file named by itself, or below an authority's own folder, keeps that folder's name. */
function withAuthority(path: string, file: string): string {
  const folder = file ? path : dirname(path)
  const name = file || basename(path)
  return AUTHORITY_FOLDER.test(basename(folder)) ? `${basename(folder)}/${name}` : name
}

/** The lower of two names of one file is the better: one below an authority's folder, then the first in order. */
export const sourceRank = (source: string): string => (source.split('/').some((part) => AUTHORITY_FOLDER.test(part)) ? '0' : '1') + source
