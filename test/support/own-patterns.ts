/** Every regular expression literal of our sources, with where it stands. */
import { readdirSync, readFileSync } from 'node:fs'

export type OwnPattern = { file: string; line: number; pattern: RegExp }

/** A literal follows an opening, an operator or `return`; a comment line holds none. */
const LITERAL =
  /(?:^|[=(:,!&|?[{;]|=>|return)\s*\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n*[])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuvy]*)(?![\w])/g
const COMMENT = /^\s*(?:\*|\/\/|\/\*)/

export function ownPatterns(folders: string[]): OwnPattern[] {
  const files = folders.flatMap((folder) => filesOf(folder))
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, i) =>
        COMMENT.test(text)
          ? []
          : [...text.matchAll(LITERAL)].flatMap(([, source = '', flags = '']) => compiled(file, i + 1, source, flags)),
      ),
  )
}

function compiled(file: string, line: number, source: string, flags: string): OwnPattern[] {
  try {
    return [{ file, line, pattern: new RegExp(source, flags) }]
  } catch {
    // a division, or part of a path: no expression
    return []
  }
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|js)$/.test(name))
    .map((name) => `${folder}/${name}`)
