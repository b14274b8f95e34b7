/** Drafts with planted quotations whose verdict is known, made from the real reports by a seeded dice. */
import type { Corpus } from '../../index/search/corpus.ts'
import { yearsOfReport } from '../../server/verify/claims.ts'
import type { VerdictName } from '../../server/verify/verify.ts'
import { brokenAcrossPages, type Sentence } from './broken-sentences.ts'
import { diceOf } from './dice.ts'
import { INVENTED_SUBJECTS, INVENTED_TAILS, INVENTED_VERBS } from './invented.ts'

export type Planted = { kind: string; paragraph: string; quotation: string; expected: VerdictName; from: string | null }

const NEGATION = /\b(?:not|no|never|without)\b/
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’%,.]*[\p{L}\p{N}%]|[\p{L}\p{N}]/gu
const VERB = /\b(?:is|are|was|were|has|have|had|can|do|does)\b/g
const SWAPS = 'robust weak always rarely partial excellent parents schools quickly seldom most few housing police nationally'.split(' ')
/** About `each` cases of every kind. */
export function plantedSet(corpus: Corpus, seed: number, each: number): Planted[] {
  const dice = diceOf(seed)
  const pick = <T>(list: T[]): T => list[Math.floor(dice() * list.length)]!
  const sentences = [...corpus.units].flatMap(({ placed, start, end }): Sentence[] => {
    const text = placed.passage.text.slice(start, end)
    return placed.passage.kind !== 'row' && text.split(' ').length >= 12 && !/["“”]/.test(text) ? [{ text, placed }] : []
  })
  const whole = corpus.reports.map(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join(' '))
  const onlyIn = (text: string, { placed }: Sentence): boolean =>
    whole.every((all, i) => corpus.reports[i] === placed.report || !all.toLowerCase().includes(text.toLowerCase()))
  const words = (text: string) => Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, at: index }))
  const replaced = (text: string, at: number, word: string, by: string) => text.slice(0, at) + by + text.slice(at + word.length)
  const slice = (text: string, least = 8): string => {
    const all = words(text)
    const length = Math.min(all.length, least + Math.floor(dice() * 18))
    const from = Math.floor(dice() * (all.length - length + 1))
    const last = all[from + length - 1]!
    return text.slice(all[from]!.at, last.at + last.word.length)
  }
  const cite = ({ placed }: Sentence, year?: number, authority?: string): string => {
    const when = year ?? pick([...yearsOfReport(placed.report)])
    const whose = authority ?? placed.report.authority!
    const who = placed.report.kind === 'committee_report' ? 'the select committee' : 'Ofsted'
    const number = placed.passage.number
    return pick([
      `(${who}, ${whose}, ${when}${number ? `, paragraph ${number}` : ''})`,
      `(${who}, ${when}; ${whose})`,
      `(${whose}, ${when}${number ? `, para ${number}` : ''}; viewed on 3 May 2024)`,
    ])
  }
  const marksFor = (text: string): [string, string] => {
    const single: [string, string][] = /['’]/.test(text) ? [] : [["'", "'"]]
    return pick([['“', '”'], ['"', '"'], ['‘', '’'], ...single] as [string, string][])
  }
  const retype = (text: string): string =>
    pick([
      text,
      text.replace(/[’‘]/g, "'"),
      text.replace(/'/g, '’'),
      text.replaceAll(' ', dice() < 0.1 ? ' ' : ' ').replaceAll('-', dice() < 0.5 ? '–' : '-'),
      text[0]!.toLowerCase() + text.slice(1),
    ])
  const set: Planted[] = []
  const plant = (
    kind: string,
    expected: VerdictName,
    quotation: string,
    around: (quoted: string) => string,
    from: Sentence | null,
  ): void => {
    const [open, close] = marksFor(quotation)
    set.push({ kind, expected, quotation, paragraph: around(`${open}${quotation}${close}`), from: from?.placed.report.id ?? null })
  }
  const plain = (source: Sentence) => (quoted: string) =>
    pick([`The report says ${quoted} ${cite(source)}.`, `We noted the words ${quoted}.`, `${quoted} ${cite(source)}. This matters.`])
  const repeat = (make: () => boolean): void => {
    for (let made = 0, tries = 0; made < each && tries < each * 200; tries++) if (make()) made++
  }
  const source = (): Sentence => pick(sentences)

  repeat(() => {
    const from = source()
    plant('exact', 'found', retype(slice(from.text)), plain(from), from)
    return true
  })
  repeat(() => {
    const from = source()
    const { paragraphs } = from.placed.section
    const text = from.placed.passage.text
    if (from.placed.passage.sentences.length < 2 || /["“”]/.test(text) || paragraphs.length === 0) return false
    const [first, second] = from.placed.passage.sentences
    plant('two sentences', 'found', text.slice(first!.start, second!.end), plain(from), from)
    return true
  })
  repeat(() => {
    const from = source()
    const text = slice(from.text, 10)
    const all = words(text)
    const { word, at } = all[1 + Math.floor(dice() * (all.length - 2))]!
    const by = pick(SWAPS)
    if (by === word.toLowerCase() || word.length < 3) return false
    plant('one word changed', 'altered', replaced(text, at, word, by), plain(from), from)
    return true
  })
  repeat(() => {
    const from = source()
    const number = words(from.text).find(({ word }) => /^\d+%?$/.test(word))
    if (!number) return false
    const by = String(Number.parseInt(number.word, 10) + 1 + Math.floor(dice() * 50)) + (number.word.endsWith('%') ? '%' : '')
    plant('number changed', 'altered', replaced(from.text, number.at, number.word, by), plain(from), from)
    return true
  })
  repeat(() => {
    const from = source()
    const found = Array.from(from.text.matchAll(VERB))
    if (found.length === 0) return false
    const verb = pick(found)
    const end = verb.index + verb[0].length
    if (from.text.slice(end, end + 5).startsWith(' not ')) return false
    plant('negation added', 'altered', `${from.text.slice(0, end)} not${from.text.slice(end)}`, plain(from), from)
    return true
  })
  repeat(() => {
    const from = source()
    const found = NEGATION.exec(from.text)
    if (!found || found.index < 8 || found.index > from.text.length - 20) return false
    const text = from.text.slice(0, found.index) + from.text.slice(found.index + found[0].length + 1)
    plant('negation removed', 'altered', text, plain(from), from)
    return true
  })
  repeat(() => {
    const [one, two] = [source(), source()]
    if (one.placed.passage === two.placed.passage) return false
    const [head, tail] = [words(one.text), words(two.text)]
    const cut = head[5 + Math.floor(dice() * Math.min(5, head.length - 6))]!
    const begin = tail[tail.length - 6 - Math.floor(dice() * Math.min(5, tail.length - 6))]!
    plant('stitched', 'stitched', `${one.text.slice(0, cut.at + cut.word.length)} ${two.text.slice(begin.at)}`, plain(one), one)
    return true
  })
  repeat(() => {
    const from = source()
    const text = slice(from.text, 10)
    if (!onlyIn(text, from)) return false
    const wrong = pick(['Stoke-on-Trent', 'Staffordshire', 'Birmingham', 'Derby'].filter((name) => name !== from.placed.report.authority))
    const around = pick([
      (quoted: string) => `In ${wrong}, inspectors said ${quoted}.`,
      (quoted: string) => `${quoted} ${cite(from, undefined, wrong)}.`,
      (quoted: string) => `Of ${wrong} the report says: ${quoted}`,
    ])
    plant('wrong report', 'differently_cited', text, around, from)
    return true
  })
  repeat(() => {
    const from = source()
    const text = slice(from.text, 10)
    const years = yearsOfReport(from.placed.report)
    const wrong = pick([2009, 2015, 2019, 2022, 2026].filter((year) => !years.has(year)))
    if (!onlyIn(text, from)) return false
    const around = pick([
      (quoted: string) => `The ${wrong} inspection found: ${quoted}.`,
      (quoted: string) => `${quoted} ${cite(from, wrong)}.`,
      (quoted: string) => `In ${wrong} Ofsted reported that ${quoted}.`,
    ])
    plant('wrong year', 'differently_cited', text, around, from)
    return true
  })
  repeat(() => {
    plant('invented', 'not_found', `${pick(INVENTED_SUBJECTS)} ${pick(INVENTED_VERBS)} ${pick(INVENTED_TAILS)}`, plain(source()), null)
    return true
  })
  repeat(() => {
    const from = source()
    const all = words(from.text)
    if (all.length < 16) return false
    const cut = 4 + Math.floor(dice() * 4)
    const on = all.length - 4 - Math.floor(dice() * 4)
    const dots = pick(['…', '...', ' … ', ' [...] ', '[…]'])
    const head = from.text.slice(0, all[cut]!.at + all[cut]!.word.length)
    plant(
      'honest ellipsis',
      'found',
      `${head}${dots.startsWith(' ') ? dots : ` ${dots} `}${from.text.slice(all[on]!.at)}`,
      plain(from),
      from,
    )
    return true
  })
  repeat(() => {
    const from = source()
    const all = words(from.text)
    if (/[[\]]/.test(from.text)) return false
    const after = all[4 + Math.floor(dice() * (all.length - 8))]!
    const end = after.at + after.word.length
    const inserted = `${from.text.slice(0, end)} [${pick(['the council', 'sic', 'in 2019', 'emphasis added', 'of Staffordshire'])}]${from.text.slice(end)}`
    const capital = `[${from.text[0]!.toLowerCase()}]${from.text.slice(1)}`
    plant('bracketed insertion', 'found', pick([inserted, /^\p{Lu}\p{Ll}/u.test(from.text) ? capital : inserted]), plain(from), from)
    return true
  })
  repeat(() => {
    const from = source()
    set.push({
      kind: 'block quote',
      expected: 'found',
      quotation: from.text,
      paragraph: `The letter says:\n\n> ${from.text}`,
      from: from.placed.report.id,
    })
    return true
  })
  repeat(() => {
    const from = source()
    // Headings are names, and repeating a name is no copying.
    if (from.placed.passage.kind === 'heading') return false
    set.push({
      kind: 'unmarked copy',
      expected: 'found',
      quotation: from.text,
      paragraph: `Overall, ${from.text} We agree.`,
      from: from.placed.report.id,
    })
    return true
  })
  const broken = brokenAcrossPages(corpus).filter(({ text }) => !/["“”]/.test(text))
  for (const from of broken.slice(0, each)) plant('across a page break', 'found', from.text, plain(from), from)
  return set
}
