/** What people ask: natural questions of all kinds, whole sentences and fragments. */
export const QUESTIONS = [
  'What did Ofsted say about return home interviews?',
  'How well does the council help children who go missing from home?',
  'Are strategy discussions held quickly enough?',
  'What are the strengths of the fostering service?',
  'How good is support for care leavers in education, employment and training?',
  'Do social workers visit children often enough?',
  'What was said about the quality of assessments?',
  'Which children wait too long for a permanent home?',
  'How effective is management oversight of casework?',
  'Are case loads of social workers too high?',
  'What needs to improve in the response to neglect?',
  'How are disabled children protected?',
  'What do inspectors say about private fostering?',
  'Is there enough accommodation for homeless 16 and 17 year olds?',
  'How well are children at risk of sexual exploitation identified?',
  'What is said about the emotional health of looked after children?',
  'How timely are adoptions?',
  'Do personal education plans help children to achieve?',
  'What role do elected members play as corporate parents?',
  'Is the front door effective?',
  'Thresholds for early help',
  'Domestic abuse and the response of the police',
  'Are children’s views heard in plans and reviews?',
  'How good are child protection conferences?',
  'What did inspectors find about staff turnover and agency workers?',
  'Supervision of social workers',
  'Life story work for adopted children',
  'Are health assessments done on time?',
  'How does the local authority know itself and learn from audits?',
  'What is said about unaccompanied asylum-seeking children?',
  'Placement stability and sufficiency of foster carers',
  'Do independent reviewing officers challenge drift and delay?',
  'What happens to children in unregistered provision?',
  'How well does the designated officer manage allegations?',
  'Edge of care services that keep families together',
  'Are pathway plans of good quality?',
  'How do leaders respond to previous inspections?',
  'Contact between children in care and their brothers and sisters',
  'Radicalisation and the Prevent duty',
  'What do inspectors say about the virtual school?',
]

const SCOPES = [
  '',
  ' in Staffordshire',
  ' in Stoke-on-Trent',
  ' in 2019',
  ' in 2009',
  ' since 2010',
  ' in the latest report',
  ' in the 2025 letter',
]
const OPENINGS = [
  '',
  'Please tell me: ',
  'For a briefing: ',
  'I would like to know: ',
  'Can you say: ',
  'In short: ',
  'For members: ',
  'Again: ',
]
const ENDINGS = ['', ' Thank you', ' I need quotes', ' It is for a report', ' For scrutiny', ' For the board']

/** Thousands of questions no two of which are alike, the nth of them. */
export function unlike(n: number): string {
  const of = (list: readonly string[], step: number): string => list[Math.floor(n / step) % list.length] ?? ''
  const asked = of(QUESTIONS, 1).replace(/\?$/, '')
  const scope = of(SCOPES, QUESTIONS.length)
  const opening = of(OPENINGS, QUESTIONS.length * SCOPES.length)
  return `${opening}${asked}${scope}?${of(ENDINGS, QUESTIONS.length * SCOPES.length * OPENINGS.length)}`
}
