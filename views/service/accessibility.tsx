import { brand } from '../frame/brand.ts'
import { Keys } from '../frame/keys.tsx'
import { CLAIMS } from '../parts/claims.ts'
import { Contact } from './privacy.tsx'

/** The day on which what this page says was last tried by hand. */
const TESTED = '25 November 2026'

export const Accessibility = () => (
  <div class="prose">
    <h1>Accessibility statement for {brand.name}</h1>
    <p>We want as many people as possible to be able to use this service. You can:</p>
    <ul class="claims">
      {Object.values(CLAIMS).map((claim) => (
        <li>{claim}</li>
      ))}
    </ul>
    <h2>Keyboard</h2>
    <Keys />
    <p class="needs-script tick">
      <input type="checkbox" id="shortcut" />
      <label for="shortcut">Use the / and ? shortcuts</label>
    </p>
    <h2>How accessible it is</h2>
    <p>
      It is meant to conform with the Web Content Accessibility Guidelines version 2.2 at level AA. Automatic checks with axe find no fault
      on any page, in light and dark, on narrow and wide screens. They cannot find everything.
    </p>
    <h2>What we know is not perfect</h2>
    <ul>
      <li>It has not been audited by an independent body, nor tried by users of JAWS, NVDA, VoiceOver or Dragon.</li>
      <li>
        Where extraction from a PDF ran the cells of a table together, a quote reads them in that order. The grade stands beside it in full.
      </li>
      <li>Reports are quoted as written: abbreviations and misprints in them are not explained or mended.</li>
    </ul>
    <h2>If something does not work for you</h2>
    <p>
      Tell the people named below what it was and how you were using the service. If you are not content with the answer, the{' '}
      <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a> can help. The Equality and Human Rights
      Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
    </p>
    <Contact />
    <p class="quiet">Last tested on {TESTED}.</p>
  </div>
)
