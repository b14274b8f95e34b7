/** Alignment → what a reader sees: the report's wording turned into the draft's, word by word. */
import type { Alignment, Step } from './align.ts'
import { INSERTION_REACH, sameWord } from './occurrences.ts'
import { turnsRound } from './words.ts'

export type Difference = { op: 'same' | 'added' | 'removed'; text: string }

/** Steps with every unmarked difference told: other capitals, and what a gap hides beyond its right. */
export function told({ steps, pattern, printed }: Alignment): Step[] {
  const list: Step[] = []
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!
    if (step.op === 'omitted') {
      let end = i
      while (steps[end + 1]?.op === 'omitted') end++
      const run = steps.slice(i, end + 1)
      const replaced = pattern.gaps.get(step.drafted) === 'insertion'
      const unfair = replaced
        ? run.length > INSERTION_REACH || run.some((one) => turnsRound(printed[one.printed]!.key))
        : run.length <= 2 && run.some((one) => turnsRound(printed[one.printed]!.key))
      list.push(...run.map((one): Step => (unfair ? { ...one, op: 'removed' } : one)))
      i = end
      continue
    }
    const head = i === 0 || steps[i - 1]?.op === 'omitted' || pattern.gaps.has(step.drafted)
    if (step.op === 'same' && !sameWord(pattern.words[step.drafted]!, printed[step.printed]!, head))
      list.push({ ...step, op: 'removed' }, { ...step, op: 'added' })
    else list.push(step)
  }
  return list
}

/** `draft` is the text that the pattern's offsets belong to; `textOf` gives the text of a passage by its number. */
export function differenceOf(alignment: Alignment, draft: string, textOf: (passage: number) => string): Difference[] {
  const { pattern, printed } = alignment
  const parts: Difference[] = []
  let [op, from, to]: [Step['op'] | null, number, number] = [null, 0, 0]
  const flush = (): void => {
    if (op === 'omitted') parts.push({ op: 'same', text: '[…]' })
    else if (op === 'removed') parts.push({ op, text: printedText(alignment, from, to, textOf) })
    else if (op) parts.push({ op, text: draft.slice(pattern.words[from]!.start, pattern.words[to]!.end).replace(/\s+/g, ' ') })
  }
  for (const step of told(alignment)) {
    const at = step.op === 'removed' || step.op === 'omitted' ? step.printed : step.drafted
    if (step.op === op && at === to + 1 && (op !== 'removed' || printed[at]?.passage === printed[to]?.passage)) to = at
    else {
      flush()
      ;[op, from, to] = [step.op, at, at]
    }
  }
  flush()
  return parts
}

function printedText({ printed }: Alignment, from: number, to: number, textOf: (passage: number) => string): string {
  const [first, last] = [printed[from]!, printed[to]!]
  return textOf(first.passage).slice(first.start, last.end)
}
