/** Text + earlier questions → Question, by rule and in the open. */

import type { Report } from '../../../index/model/report.ts'
import type { Corpus } from '../../../index/search/corpus.ts'
import { stem, type Token, terms, tokens } from '../../../index/text/analyzer.ts'
import { ALL_PARTS, type Concept, type Correction, type Members, type Parts, type Question, type Wanted } from '../question.ts'
import { framed } from './asker.ts'
import { conceptsOf, holding, idf } from './concepts.ts'
import { PUBLISHED, wantedBy } from './detail.ts'
import { isFollowUp, merge } from './follow-up.ts'
import { membersOf } from './groups.ts'
import { type Named, namedIn, type Selection, select, UNNAMED } from './scope.ts'
import { correct } from './spelling.ts'

/** What the reader picked in the page: it narrows whatever the words say. */
export type Picked = { authorities?: string[] | undefined; years?: number[] | undefined; reports?: string[] | undefined }

/** One question's own words, before the conversation and the collection are brought in. */
export type Parsed = {
  asked: string
  /** Spelling corrected. */
  text: string
  tokens: Token[]
  named: Named
  concepts: Concept[]
  phrases: string[][]
  excluded: string[]
  wanted: Wanted | null
  aboutDocument: boolean
  corrections: Correction[]
}

/** Format and tag characters that a reader cannot see: they hide instructions, never words. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu
const PHRASE = /["“”]([^"“”]{2,200})["“”]/g
const EXCLUDED = /(?:^|\s)-(\p{L}[\p{L}\p{N}'’-]*)/gu

export function parse(asked: string, corpus: Corpus, parts: Parts): Parsed {
  const clean = asked.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
  const excluded = [...clean.matchAll(EXCLUDED)].flatMap((found) => terms(found[1] ?? ''))
  const phrases = [...clean.matchAll(PHRASE)].map((found) => terms(found[1] ?? '')).filter((stems) => stems.length > 0)
  const positive = clean.replace(EXCLUDED, ' ').trim()
  const { text, corrections } = parts.spelling ? correct(positive, tokens(positive), corpus) : { text: positive, corrections: [] }
  const words = tokens(text)
  const named = namedIn(text, words, corpus)
  const frame = framed(text)
  words.forEach(({ start }, i) => {
    if (start < frame) named.used.add(i)
  })
  const wanted = wantedBy(text)
  const concepts = conceptsOf(words, named.used, wanted, corpus, parts)
  // "when was the inspection?" is about the document itself
  const aboutDocument =
    (wanted === 'person' && WHO_MADE.test(text)) ||
    (wanted !== null && concepts.every(({ light, words: own }) => light || DOCUMENT_WORDS.has(own)))
  const document = aboutDocument ? documentConcepts(words, wanted, corpus) : []
  const own = aboutDocument ? [...concepts.filter(({ light }) => light), ...document] : concepts
  return { asked, text, tokens: words, named, concepts: own, phrases, excluded, wanted, aboutDocument: document.length > 0, corrections }
}

const WHO_MADE = /^(?:and )?who (?:led|signed|wrote|inspected|visited|carried out)\b/i
/** "Who led it?" and "who signed the letter?" ask for the inspectors. */
const MAKERS = new Set(['led', 'lead', 'signed', 'wrote', 'written', 'author', 'inspected', 'visited', 'carried'])
const DOCUMENT_WORDS = new Set([
  ...MAKERS,
  'visit',
  'visits',
  'inspection',
  'inspections',
  'inspector',
  'inspectors',
  'inspected',
  'visited',
  'published',
])

/** The words for a report and its making, which otherwise only put the question. */
function documentConcepts(words: Token[], wanted: Wanted | null, { sentenceIndex }: Corpus): Concept[] {
  // when it was: a council may have been inspected by a visit, and visited by an inspection
  const says = (pattern: RegExp): boolean => words.some(({ word }) => pattern.test(word))
  const dated = wanted === 'date' && says(/^(?:inspect|visit)/) && !says(PUBLISHED)
  const made = dated ? [] : words.filter(({ word }) => MAKERS.has(word))
  const documents = words.filter(({ word }) => DOCUMENT_WORDS.has(word))
  const named = made.length > 0 ? made.slice(0, 1) : dated ? documents.slice(0, 1) : documents
  return named.map(({ word, term }) => {
    const maker = made.length > 0
    const forms = [{ stems: [term], words: [word], exact: false, asked: true, worth: 1 }]
    if (dated)
      for (const other of ['inspection', 'visit'])
        if (stem(other) !== term) forms.push({ stems: [stem(other)], words: [other], exact: false, asked: false, worth: 1 })
    if (maker) forms.push({ stems: [stem('inspector')], words: ['inspectors'], exact: false, asked: false, worth: 1 })
    const weight = idf(sentenceIndex.documentCount, sentenceIndex.documentFrequency(maker ? stem('inspector') : term))
    return { words: word, forms, also: maker ? ['inspectors'] : [], light: false, counted: false, unknown: false, required: false, weight }
  })
}

/** The conversation so far, read one question after the other. */
function parseAll(asked: string, earlier: string[], corpus: Corpus, parts: Parts): Parsed {
  const own = parse(asked, corpus, parts)
  const last = earlier.at(-1)
  if (last === undefined || !parts.followUps || !isFollowUp(own)) return own
  const before = parseAll(last, earlier.slice(0, -1), corpus, parts)
  if (!SAME_YEAR.test(own.text) || own.named.years.length > 0) return merge(own, before)
  return merge({ ...own, named: { ...own.named, years: yearsOf(before, corpus) } }, before)
}

const SAME_YEAR = /\b(?:same|that) year\b/i
/** The year that a question was about: named in it, or that of the only year that its council has a report of. */
function yearsOf({ named: { years, authorities } }: Parsed, corpus: Corpus): number[] {
  if (years.length > 0) return years
  const of = corpus.reports.filter(({ authority }) => authorities.includes(authority ?? '')).map((report) => report.years[0] ?? 0)
  return new Set(of).size === 1 ? of.slice(0, 1) : []
}

export function understand(asked: string, earlier: string[], corpus: Corpus, picked: Picked = {}, parts = ALL_PARTS): Question {
  const parsed = parseAll(asked, earlier, corpus, parts)
  const named = parts.scope ? parsed.named : UNNAMED
  const reports = corpus.reports.filter(
    (report) =>
      (!picked.authorities?.length || picked.authorities.includes(report.authority ?? '')) &&
      (!picked.years?.length || picked.years.some((year) => report.years.includes(year))) &&
      (!picked.reports?.length || picked.reports.includes(report.id)),
  )
  const { selection, members } = selectGroup(named, reports, corpus)
  const absent = named.authorities.length === 0 ? named.absent[0] : undefined
  const narrowed = selection.reports.length < corpus.reports.length
  return {
    asked,
    text: parsed.text,
    intent: 'passages',
    scope: {
      authorities: absent
        ? [absent]
        : (members?.councils ?? (named.authorities.length > 0 ? named.authorities : (picked.authorities ?? []))),
      years: selection.years.length > 0 ? selection.years : (picked.years ?? []),
      reports: narrowed ? selection.reports.map(({ id }) => id) : [],
    },
    reports: absent ? [] : selection.reports.map(({ id }) => id),
    kinds: named.kinds,
    missing:
      absent || selection.absentYear !== null
        ? { authority: absent ?? named.authorities[0] ?? null, year: absent ? null : selection.absentYear }
        : null,
    concepts: [...parsed.concepts, ...selection.events.map((year) => eventConcept(year, named, corpus))],
    phrases: parsed.phrases,
    excluded: parsed.excluded,
    wanted: parsed.wanted,
    asks: asksOf(parsed.text, parsed.wanted),
    aboutDocument: parsed.aboutDocument,
    corrections: parsed.corrections,
    events: selection.events,
    group: members,
    latest: named.latest,
    parts,
    vector: null,
  }
}

/** Years first, then the councils that were in the group in that time, then the latest report of each where that is asked for. */
function selectGroup(named: Named, reports: Report[], corpus: Corpus): { selection: Selection; members: Members | null } {
  const speaks = (year: number, among: Report[]): boolean => speaksOf(year, among, corpus)
  if (!named.group) return { selection: select(named, reports, speaks), members: null }
  const selection = select({ ...named, latest: false }, reports, speaks)
  const members = membersOf(named.group, selection.reports, named.years.length > 0)
  if (!named.latest) return { selection: { ...selection, reports: members.reports }, members }
  return { selection: select({ ...named, authorities: members.councils, years: [], range: null }, members.reports, speaks), members }
}

/** A year that a report speaks of but is not of: it has to stand in the passage that answers. */
function eventConcept(year: number, named: Named, corpus: Corpus): Concept {
  const stem = String(year)
  const month = named.months.find((one) => one.startsWith(stem))
  const name = month ? MONTH_NAMES[Number(month.slice(5)) - 1] : undefined
  // "June 2018" is not any event of 2018
  const dated = name ? [...terms(name), stem] : [stem]
  return {
    words: name ? `${name} ${stem}` : stem,
    forms: [dated, ...named.events].map((stems) => ({ stems, words: stems, exact: false, asked: true, worth: 1 })),
    also: [],
    counted: false,
    unknown: false,
    weight: idf(corpus.sentenceIndex.documentCount, holding([stem], corpus)),
    light: false,
    required: true,
  }
}

const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ')

/** True where a report's evidence names the year. */
function speaksOf(year: number, reports: Report[], corpus: Corpus): boolean {
  if (corpus.sentenceIndex.documentFrequency(String(year)) === 0) return false
  const ids = new Set(reports.map(({ id }) => id))
  return corpus.units.some(({ placed, tokens: own }) => ids.has(placed.report.id) && own.some(({ term }) => term === String(year)))
}

function asksOf(text: string, wanted: Wanted | null): Question['asks'] {
  return {
    side: /\b(?:strengths?|prais\w+|well|good|best)\b/i.test(text) ? 'praise' : /\b(?:weak\w*|problems?|wrong|poor\w*|fail\w*|bad\w*|concern\w*)\b/i.test(text) ? 'concern' : null,
    several: /^(?:and )?(?:which|what) (?!was\b|is\b|does\b|has\b)\w+s\b|\bwho (?:sits?|belongs?|makes? up|takes? part|is on|are on|is part|are part)\b|\b(?:made up|consists?|comprised?s?) of\b|\b(?:groups|kinds|types|sorts) of\b/i.test(text),
    limit: wanted === 'number' && /\b(?:at most|maximum|most|highest|no more than|limit|allowed|should|ought)\b/i.test(text),
    cause: /^(?:and |but |so )?(?:why|how come|what (?:caused|causes|led to))\b|\b(?:reasons?|causes?) (?:for|of|why)\b/i.test(text),
    ofsted: /\b(ofsted|inspectors?|inspection|inspected)\b/i.test(text),
    published: PUBLISHED.test(text),
  }
}
