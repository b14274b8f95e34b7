import { brand } from '../frame/brand.ts'
import type { Collection } from '../parts/report-card.ts'
import { count, listed } from '../parts/wording.ts'

/** More councils than this are a list of their own. */
const MOST_NAMED = 8

export const About = ({ collection }: { collection: Collection }) => (
  <div class="prose">
    <h1>About {brand.name}</h1>
    <p>
      You ask in plain English. The answer is the sentences in which the reports say it, word for word, each with its report, date, section
      and paragraph.
    </p>
    <h2>What is searched</h2>
    <p>
      {count(collection.cards.length, 'document')} on{' '}
      {collection.authorities.length > MOST_NAMED ? (
        <a href="/councils">{count(collection.authorities.length, 'council')}</a>
      ) : (
        listed(collection.authorities)
      )}
      , from {collection.years.at(-1)} to {collection.years[0]}. <a href="/reports">See them all</a>.
    </p>
    <h2 id="add">How to add a report</h2>
    <p>
      Send the report, as PDF, Word, HTML or text, to whoever runs this service (the <a href="/privacy#contact">contact</a>). They add it on
      the page <code>/admin/reports</code>, where that is switched on, or with the command <code>npm run -s ingest</code>. It is searched as
      soon as it has been read.
    </p>
    <h2>What is certain, and what is not</h2>
    <ul>
      <li>Each quote is cut out of the report when the page is made. Nobody and nothing rewrites it, misprints included.</li>
      <li>A paragraph number is shown only where the report prints one.</li>
      <li>A report can be wrong or out of date. A later one may say otherwise.</li>
      <li>The search can miss a passage that uses other words. “Nothing found” is not proof of silence: read the report to be sure.</li>
      <li>Ofsted’s findings, a council’s account of itself and the words of elected members are labelled apart.</li>
    </ul>
    <h2>How to ask</h2>
    <ul>
      <li>Name a council or a year to stay with it: “caseloads in Staffordshire in 2009”.</li>
      <li>Name two to compare them: “Staffordshire and Stoke-on-Trent on thresholds”.</li>
      <li>Ask for a list (“what needs to improve”) or a grade (“how was leadership judged”).</li>
      <li>Put words in “quotation marks” to find exactly these words.</li>
      <li>Ask on from an answer: “and in Stoke?”.</li>
    </ul>
    <h2>Ask from the address bar</h2>
    <p>
      Browsers that read OpenSearch descriptions can add {brand.name} as a search engine. In others, add one by hand with the address of
      this site followed by <code>/?q=%s</code>.
    </p>
    <h2>Licence</h2>
    <p>
      Reports stay under the licence that each states, shown at the foot of the report. Many stand under the{' '}
      <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>. Older ones
      allow non-commercial educational use with the source and date, unaltered. Some state none.
    </p>
    <p>{brand.name} is not run by Ofsted.</p>
  </div>
)
