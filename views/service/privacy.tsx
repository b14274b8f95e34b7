import { brand } from '../frame/brand.ts'

export const Privacy = () => (
  <div class="prose">
    <h1>Privacy</h1>
    <p>
      <strong>Nothing that you ask is stored, or tied to you.</strong> {brand.name} has no accounts, no analytics, no feedback form, and one
      cookie, which holds what you keep.
    </p>
    <h2>Where your questions go</h2>
    <ul>
      <li>
        They stand in the address of the page, so that Back, reload and sharing work. They are therefore in this browser’s history, and
        anyone to whom you send the address can read them.
      </li>
      <li>
        They are sent to this server and answered in its memory. The newest answers stay there for a while, under no name or address, so
        that asking again is quick; newer ones push them out, and a restart empties it. Nothing is written down, and no other service is
        called.
      </li>
      <li>
        The program writes no question to its log, unless whoever runs it has switched that on. The network in front of it may log
        addresses. Ask them.
      </li>
    </ul>
    <h2>Clear conversation</h2>
    <p>
      It opens an empty page. The conversation’s addresses stay in this browser’s history, so that you can go back. To remove them, clear
      that history. Quotes that you kept stay in your briefing, where you can remove them.
    </p>
    <h2>What this browser stores</h2>
    <ul>
      <li>
        Your briefing, in a cookie named <code>briefing</code> (and <code>briefing-2</code> where it is long): the ids of the quotes that
        you keep, and the headings and notes that you write between them. It is strictly necessary for keeping them from page to page. It is
        sent to this server with each page, which draws it and stores nothing. It lasts 400 days from your last change, or until you remove
        everything from the briefing. It says nothing of who you are or what you asked.
      </li>
      <li>
        Your last ten questions, to suggest them to you again. They are sent nowhere.{' '}
        <button class="undo needs-script" type="button" data-forget>
          Forget them
        </button>
      </li>
      <li>In the history of each tab, how far you had scrolled, so that Back leads to the same place.</li>
      <li>If you turn off the keyboard shortcuts on the accessibility page, that choice, which is sent nowhere.</li>
    </ul>
    <h2>Personal data</h2>
    <p>
      Questions about reports need none. If a question seems to hold a name, phone number, e-mail address, National Insurance number or NHS
      number, the page asks before it goes on.
    </p>
    <Contact />
  </div>
)

export const Contact = () => (
  <>
    <h2 id="contact">Contact</h2>
    <p>
      {brand.contact.email ? (
        <>
          Write to <a href={`mailto:${brand.contact.email}`}>{brand.contact.name}</a>.
        </>
      ) : (
        <>Ask {brand.contact.name}.</>
      )}
    </p>
  </>
)
