import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wordPieces } from '../../../index/vectors/word-pieces.ts'

const pieces = readFileSync(new URL('../../../index/vectors/model/pieces.txt', import.meta.url), 'utf8')
  .split('\n')
  .slice(0, -1)
const { encode } = wordPieces(pieces, 128)
const written = (text: string): string => Array.from(encode(text), (number) => pieces[number]).join(' ')

/** Texts and what the Python tokenizer of training makes of them: `training/tokens.py` wrote it. */
const fixture: { text: string; pieces: string }[] = JSON.parse(
  readFileSync(new URL('../../fixtures/word-pieces.json', import.meta.url), 'utf8'),
)

describe('word pieces', () => {
  it.each(fixture)('of “$text” are those that training sees', ({ text, pieces: expected }) => {
    expect(written(text)).toBe(expected)
  })

  it('are cut to the longest that the encoder reads, the end mark kept', () => {
    const ids = encode('care '.repeat(500))
    expect(ids).toHaveLength(128)
    expect(pieces[ids[127]!]).toBe('[SEP]')
  })

  it('need their marks', () => {
    expect(() => wordPieces(['[CLS]', '[SEP]'], 128)).toThrow('no [UNK]')
  })
})
