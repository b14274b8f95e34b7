/** Paragraph → sentences with offsets. */

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** Ends of a segment after which no sentence of these reports ends: abbreviations and initials. */
const NEVER_AN_END =
  /(?:^|[\s("'‘“])(?:s|ss|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|St|No|Nos|para|paras|p|pp|e\.g|i\.e|cf|vs|approx|incl|Cllr|Ltd|\p{Lu})\.\s*$/u
/** A letter that names a thing is no initial: "Annex B." may end a sentence, "J." in "J. Smith" may not. */
const NAMED_BY_LETTER =
  /\b(?:Annex|Appendix|Band|Category|Child|Family|Figure|Grade|Group|Hepatitis|Option|Part|Partner|Section|Table|Tier|Vitamin) \p{Lu}\.\s*$/iu
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
  for (const { segment, index } of segmentsOf(text)) {
    const before = spans.at(-1)
    if (before && goesOn(text.slice(Math.max(before.start, index - REACH), index), segment, text.slice(index, index + REACH)))
      before.end = index + segment.length
    else spans.push({ start: index, end: index + segment.length })
  }
  return spans
    .map(({ start, end }) => {
      const piece = text.slice(start, end)
      return { start: start + piece.length - piece.trimStart().length, end: start + piece.trimEnd().length }
    })
    .filter(({ start, end }) => end > start)
}

/**
 * Segmenting takes time that grows with the square of the text (23 characters × 7,000: 5.6 s), so a longer text, which no report
 * prints as one paragraph, is segmented in stretches that end at white space.
 */
const LONGEST_STRETCH = 8_000
/** How far before and after a possible end is looked. No printed sentence is longer. */
const REACH = 2_000

function* segmentsOf(text: string): Generator<{ segment: string; index: number }> {
  for (let from = 0; from < text.length; ) {
    const space = text.lastIndexOf(' ', from + LONGEST_STRETCH)
    const to = from + LONGEST_STRETCH >= text.length ? text.length : space > from ? space + 1 : from + LONGEST_STRETCH
    for (const { segment, index } of segmenter.segment(text.slice(from, to))) yield { segment, index: from + index }
    from = to
  }
}

/** True where no sentence ends between `before` and `segment`, with which `rest` begins. */
function goesOn(before: string, segment: string, rest: string): boolean {
  if (NEVER_AN_END.test(before) && !NAMED_BY_LETTER.test(before)) return true
  if (MAYBE_AN_END.test(before) && !/^\s*\p{Lu}/u.test(segment)) return true
  if (NO_BEGINNING.test(segment) && !/[!?:]\s*$/.test(before)) return true
  // words in quotation marks stay together where the marks are a pair
  return before.lastIndexOf('“') > before.lastIndexOf('”') && /^[^“]*”/.test(rest)
}
