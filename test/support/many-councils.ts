/** Four hundred made-up reports: four inspections of each of a hundred councils, those of 2012 on the older scale. */
import { AUTHORITIES } from '../../index/library/authorities.ts'
import { type Corpus, makeCorpus } from '../../index/search/corpus.ts'
import { madeReport } from './made-report.ts'

export const GRADES = ['Outstanding', 'Good', 'Requires improvement to be good', 'Inadequate']
export const HELD = AUTHORITIES.filter(({ until }) => until === null).slice(0, 100)

export const manyCouncils = (): Corpus =>
  makeCorpus(
    HELD.flatMap(({ name }, i) =>
      [2012, 2015, 2019, 2023].map((year, round) =>
        madeReport({
          authority: name,
          day: `${year}-0${1 + (i % 9)}-1${i % 9}`,
          overall: year === 2012 ? 'Adequate' : GRADES[(i + round) % 4]!,
          findings: [
            `In team ${i} of ${year}, caseloads are ${i % 2 ? 'high' : 'manageable'}.`,
            ...(i % 4 === 0 && round === 3 ? [`Advocacy in team ${i} is offered to every child.`] : []),
          ],
          improve: [`The quality of plan ${i} in ${year}.`],
        }),
      ),
    ),
  )
