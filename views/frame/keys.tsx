/** The keys, said once: in the window that ? opens and in the accessibility statement. */
export const Keys = () => (
  <dl>
    <dt>/</dt>
    <dd>goes to the question box</dd>
    <dt>?</dt>
    <dd>shows these keys</dd>
    <dt>Enter</dt>
    <dd>asks; with scripts, Shift and Enter begin a new line</dd>
    <dt>Up and down arrows</dt>
    <dd>choose a suggestion; step from quote to quote, once a quote holds the focus</dd>
    <dt>Escape</dt>
    <dd>closes suggestions; goes back from the passage to its quote</dd>
  </dl>
)
