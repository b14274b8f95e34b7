/** What the accessibility statement says that one can do. Each has its proof in test/browser/claims.test.ts, and none stands without. */
export const CLAIMS = {
  zoom: 'zoom to 400%, or use a screen 320 pixels wide, without scrolling a page sideways or missing a quote, a link or a control',
  keyboard: 'do everything with the keyboard alone',
  scripts: 'do everything without scripts, but for suggestions, copying and shortcuts',
  announced: 'use it with a screen reader: a new answer is announced once and takes the focus',
  colours: 'keep your own colours: dark mode and high contrast follow the settings of your device',
  pictures: 'read every picture as a table, and follow each of its marks by keyboard: colour is never all that tells them apart',
  print: 'print any answer or report, with what is folded away and without the controls',
  shortcuts: 'turn off the shortcuts of a single key, below',
} as const

/** The keys, said once: in the window that ? opens and in the statement. */
export const KEYS = {
  '/': 'goes to the question box',
  '?': 'shows these keys',
  Enter: 'asks; with scripts, Shift and Enter begin a new line',
  'Up and down arrows': 'choose a suggestion; step from quote to quote, once a quote holds the focus',
  Escape: 'closes suggestions; goes back from the passage to its quote',
} as const
