/** Paragraph → sentences with offsets. */

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** Ends of a segment after which no sentence of these reports ends: abbreviations and initials. */
const NEVER_AN_END =
  /(?:^|[\s("'‘“])(?:s|ss|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|St|No|Nos|para|paras|p|pp|e\.g|i\.e|cf|vs|approx|incl|Cllr|Ltd|\p{Lu})\.\s*$/u
/** "etc." ends a sentence only when a capital follows. */
const MAYBE_AN_END = /(?:^|[\s(])(?:etc|al|inc)\.\s*$/
/** A segment that cannot stand alone: lower case, a bracketed tag, or closing marks. */
const NO_BEGINNING = /^\s*(?:\p{Ll}|\([^)]*\)[.;,]?\s*$|[)\]”’,;:.])/u

/**
 * The sentences of a paragraph as `[start, end)` offsets into `text`, in order, without the white space between them.
 * Built on Unicode segmentation, with neighbours joined where it cuts at an abbreviation ("s. 47", "Ms Brown", "No. 860").
 */
export function sentences(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  for (const { segment, index } of segmenter.segment(text)) {
    const before = spans.at(-1)
    const goesOn =
      before !== undefined &&
      (NEVER_AN_END.test(text.slice(before.start, index)) ||
        (NO_BEGINNING.test(segment) && !/[!?:]\s*$/.test(text.slice(before.start, index))) ||
        (MAYBE_AN_END.test(text.slice(before.start, index)) && !/^\s*\p{Lu}/u.test(segment)))
    if (before && goesOn) before.end = index + segment.length
    else spans.push({ start: index, end: index + segment.length })
  }
  return spans
    .map(({ start, end }) => {
      const piece = text.slice(start, end)
      return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length }
    })
    .filter(({ start, end }) => end > start)
}
