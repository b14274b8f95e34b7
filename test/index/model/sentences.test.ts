import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from '../../../index/model/sentences.ts'

const cut = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end))

/** Each case is one paragraph; "|" stands where a reader ends a sentence. */
const CASES = `
Enquiries under s. 47 are timely.|Most are detailed.
Enquiries under s.47 are timely.|Most are detailed.
They use ss. 20 and 47 of the Act.|Consent is sought.
Consent under s20 of the Children Act 1989 is rare.|It is recorded.
Section 47 enquiries began in May.|They ended in June.
See paras. 3 to 5.|They say more.
See para. 14 of the report.|It says more.
See pp. 3–5 of the plan.|It is long.
Dear Ms Brown and Mr Jones met.|They agreed.
Ms. Brown leads the service.|She is new.
Mr. Jones and Mrs. Smith met.|They agreed.
Dr. Ahmed chairs the board.|He is independent.
Dr Ahmed chairs the board.|He is independent.
Prof. Munro wrote the review.|It was read.
Rev. Green and Cllr. White were told.|They replied.
Cllr White asked.|Officers answered.
St. Ann's Square is near.|The office is there.
Reference No. 860 is printed.|Nothing else is.
Nos. 3 and 4 are closed.|No. 5 is open.
The answer was no.|Leaders agreed.
Five good GCSE (A* to C) passes are rare.|Results improve.
Passes (A* to C) rise.|So do grades.
There are two YOI's at Brinsford and Werrington.|Both are good.
Over 1200 CAF's have been completed.|More are planned.
The two PCT's commission it.|It works.
Some needs, e.g. health, are met.|Others are not.
Some needs (e.g. Health and Care plans) are met.|Others are not.
Checks, i.e. visits, are late.|Managers know.
The front door, i.e. First Response, is busy.|It copes.
J. Smith signed the letter.|It was sent.
J. R. Smith signed the letter.|It was sent.
Ms A. Brown and Mr B. Lee met.|They agreed.
They review care plans, contact, return home etc. and it helps.|It works.
They review care plans, contact, etc.|It works.
Partners (health, police etc.) attend.|They share.
The rate is 4.5 per cent.|It was 3.2.
The rate rose by 12.5% to 93.7%.|It fell later.
The cost was £1.2 million.|It is funded.
The 19–21 group rises.|It is small.
Pupils aged 14-19 gain.|They stay.
Vulnerable 16- to 17-year-olds wait.|They are advised.
He said: 'It works.'|Staff agreed.
Parents "fight for services".|Children wait.
The visit rated services as “good”.|Members were pleased.
The visit rated services as “good.”|Members were pleased.
“It works.”|Staff agreed.
He said: “It works. We like it.”|Staff agreed.
He said “no” twice.|Staff agreed.
He said “it works.|Staff agreed.
‘We are listened to.’|Children feel safe.
What needs to improve?|Three things do.
Is it safe?|Yes.
Who knows?|Leaders do!|They act.
The plan (see annex.) is late.|It is short.
The board met (twice).|It agreed.
The board met. (It agreed.)|Then it closed.
The evaluation of quality through audits. (enabler 2, national framework)
Return home interviews. (Outcome three, national framework)
The board met. (See annex 2.)|It agreed.
They wait … and wait.|Then they leave.
They wait...|Then they leave.
They wait... and then leave.|It is slow.
The office closes at 5.30 p.m. on Fridays.|It opens at 9 a.m. daily.
The office closes at 5.30 p.m.|It opens at 9 a.m.
The office closes at 5.30pm.|It opens early.
The U.K. average is lower.|England is higher.
Read www.gov.uk/ofsted.|Write to enquiries@ofsted.gov.uk.
There are 89 cases vs. 56 last year.|Both are high.
Approx. 20% enter care.|Most return.
Smith et al. found this.|It is old.
Visits (approx. 20) were late.|Most were not.
It found three things: plans, visits and reviews.|All improved.
Timescales slipped; staff left.|Some returned.
In 2018.|In 2019.
The last full inspection was in August 2015.|All of the judgements were good.
Children aged 5.|Children aged 6.
It scored 3.|Others scored 4.
The act of 1989 (the Act) applies.|It is clear.
Leaders agreed in the plan with Partner A.|Work began.
It falls under Annex B.|It is long.
Children take vitamin D.|They are well.
The paper of Child B.|It is short.
Jones Ltd. runs the home.|It is small.
Barnardo's runs it.|It is good.
Chapter 2.3 applies.|It is short.
Inspectors i) read files; ii) met staff.|They wrote.
RESOLVED – That the plan be welcomed.|Members agreed.
`
  .trim()
  .split('\n')

describe('sentences', () => {
  it.each(CASES)('%s', (line) => {
    expect(cut(line.replaceAll('|', ' '))).toEqual(line.split('|'))
  })

  it('are ordered, disjoint, and leave nothing out but white space', () => {
    const words = fc.constantFrom(
      's.',
      'No.',
      'etc.',
      'good',
      'Good',
      '(see',
      'annex.)',
      '?',
      '…',
      '“',
      '.”',
      '\n',
      '5.30',
      'p.m.',
      'A.',
      ' ',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const spans = sentences(text)
        let last = 0
        let between = ''
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          between += text.slice(last, start)
          last = end
        }
        expect(between + text.slice(last)).toMatch(/^\s*$/)
      }),
      { numRuns: 500 },
    )
  })
})
