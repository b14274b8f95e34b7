/**
 * What a question may be for, and what that makes of what it asks: the names are those of the labelled questions in
 * `server/evaluation/fit/purposes`. Cues tell the plain wordings; the classifier tells the others.
 */
import { gradeIn } from '../../../../index/model/judgements.ts'
import type { Asks, FactName, Talk } from '../../asks.ts'
import type { Question } from '../../question.ts'
import { gradesIn } from '../cues/grades.ts'
import { improvementsIn } from '../cues/improvement.ts'
import { namesNothing } from '../cues/tone.ts'

/** Null where the words lack what such an answer needs. */
type Makes = (question: Question) => Partial<Asks> | null

const fact =
  (name: FactName): Makes =>
  () => ({ facts: [name] })
const talk =
  (name: Talk): Makes =>
  () => ({ talk: name })
const grades =
  (more: Partial<NonNullable<Asks['grades']>>): Makes =>
  (question) => ({ grades: { ...gradesIn(question.text, question, true)!, only: true, ...more } })
/** A topic that is named is what is asked for. */
const ofNothing =
  (asks: Partial<Asks>): Makes =>
  ({ concepts }) =>
    namesNothing(concepts) ? asks : null

export const PURPOSES = {
  lead: fact('lead'),
  deputy: fact('deputy'),
  inspectors: fact('inspectors'),
  'team-size': fact('team size'),
  inspected: fact('inspected'),
  published: fact('published'),
  signed: fact('signed'),
  addressee: fact('addressee'),
  director: fact('director'),
  urn: fact('urn'),
  framework: fact('framework'),
  previous: fact('previous'),
  'director-in-post': fact('director in post'),
  'chair-in-post': fact('chair in post'),
  'chief-executive-in-post': fact('chief executive in post'),
  homes: fact('homes'),
  grade: grades({}),
  'grade-table': grades({ areas: [], points: null, table: true }),
  'grade-history': grades({ history: true, ever: true }),
  // without the name of a judgement there is no telling which
  'grade-area': (question) => {
    const made = grades({ points: null, table: false })(question)
    return made?.grades && made.grades.areas.length > 0 ? made : null
  },
  'grade-meaning': ({ text }) => {
    const found = gradeIn(text)
    return { meaning: { grade: found && { name: found.grade, point: found.point }, board: false } }
  },
  improve: ({ text, concepts }) => ({ list: improvementsIn(text, concepts) }),
  praise: ofNothing({ side: 'praise', sideOnly: true }),
  faults: ofNothing({ side: 'concern', sideOnly: true }),
  overview: ofNothing({ broad: true }),
  advice: talk('advice'),
  choice: talk('choice'),
  legal: talk('legal'),
  person: talk('person'),
  'own-case': talk('own case'),
  prediction: talk('prediction'),
  danger: talk('danger'),
  writing: talk('writing'),
  holdings: () => ({ collection: 'holdings' }),
  newest: () => ({ collection: 'newest' }),
} as const satisfies Record<string, Makes>
export type Purpose = keyof typeof PURPOSES
/** The class of everything else: a question about a topic of the reports. */
export const NO_PURPOSE = 'none'
