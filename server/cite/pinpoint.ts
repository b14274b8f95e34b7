/** Where in its report a passage stands, in the words of a style. */
import type { Placed } from '../../index/search/corpus.ts'

export type Pin = {
  /** The printed number; null where none is printed or it was lost in the file. */
  paragraph: string | null
  page: string | null
  /** For what bears no number. */
  place: string
}

const KINDS = { heading: 'heading', item: 'list item', row: 'table row', text: 'unnumbered paragraph' }

/** A heading as a name: without its colon and its footnote mark. */
const named = (heading: string): string => heading.replace(/(?<![\s:¹²³⁴⁵⁶⁷⁸⁹⁰])[\s:¹²³⁴⁵⁶⁷⁸⁹⁰]+$/, '')

export function pinOf(placed: Placed): Pin {
  const { passage, section } = placed
  const what = passage.speaker.voice === 'judgement' && passage.kind === 'row' ? 'judgement table' : KINDS[passage.kind]
  const part = section.part && section.part !== section.heading?.text ? `, ${section.part}` : ''
  const under =
    section.heading === passage
      ? ` ‘${named(passage.text)}’`
      : section.heading
        ? ` under ‘${named(section.heading.text)}’`
        : placed.report.sections.length > 1 && passage.kind !== 'row'
          ? ' before the first heading'
          : ''
  return { paragraph: passage.number, page: passage.page?.printed ?? null, place: `${what}${under}${part}` }
}

/** `join` null: the page only where there is no paragraph number. */
export const pinWords =
  (paragraph: string, page: string, join: string | null) =>
  (pin: Pin): string => {
    const place = pin.paragraph ? `${paragraph}${pin.paragraph}` : pin.place
    if (!pin.page || (join === null && pin.paragraph)) return place
    return `${place}${join ?? ', '}${page}${pin.page}`
  }
