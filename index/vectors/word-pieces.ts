/**
 * Text → numbers of word pieces, as BERT's uncased tokenizer does it: clean, lower case, no accents; words and punctuation; then
 * the longest known piece first. Own code, since the kept libraries for it (@huggingface/transformers, @xenova/transformers) bring an
 * inference engine and 50 MB; the test compares it with the Python tokenizer that training uses.
 */

export type WordPieces = {
  /** Numbers of the pieces between a start and an end mark, cut to `longest`, the marks counted. */
  encode(text: string): Int32Array
}

/** A word of more characters is one unknown piece. */
const LONGEST_WORD = 100
const CONTINUED = '##'

/** Everything that takes no place: control characters except white space, format and private characters. */
const UNSEEN = /[\0\ufffd]|(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}]/gu
const ACCENTS = /\p{Mn}/gu
/** Chinese characters are words of their own. */
const CHINESE = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/gu
const WORDS = /[!-/:-@[-`{-~\p{P}]|[^\s!-/:-@[-`{-~\p{P}]+/gu

/**
 * @param pieces every piece by its number.
 * @throws Error naming the mark that the list lacks.
 */
export function wordPieces(pieces: readonly string[], longest: number): WordPieces {
  const numbers = new Map(pieces.map((piece, number) => [piece, number]))
  const [start, end, unknown] = ['[CLS]', '[SEP]', '[UNK]'].map((mark) => {
    const number = numbers.get(mark)
    if (number === undefined) throw new Error(`The list of word pieces has no ${mark}. Export the encoder again.`)
    return number
  }) as [number, number, number]

  const piecesOf = (word: string): number[] => {
    const characters = [...word]
    if (characters.length > LONGEST_WORD) return [unknown]
    const found: number[] = []
    for (let from = 0; from < characters.length; ) {
      let to = characters.length
      let number: number | undefined
      for (; to > from; to--) {
        number = numbers.get((from > 0 ? CONTINUED : '') + characters.slice(from, to).join(''))
        if (number !== undefined) break
      }
      if (number === undefined) return [unknown]
      found.push(number)
      from = to
    }
    return found
  }

  return {
    encode(text) {
      const clean = text.replace(UNSEEN, '').replace(CHINESE, ' $& ').normalize('NFD').replace(ACCENTS, '').toLowerCase()
      const all = [start]
      for (const [word] of clean.matchAll(WORDS)) {
        all.push(...piecesOf(word))
        if (all.length >= longest) break
      }
      return Int32Array.from([...all.slice(0, longest - 1), end])
    },
  }
}
