/** govuk-frontend's compiled CSS → the part that these pages use. The whole is 136 kB; this leaves about a fifth. */

/** Blocks of govuk-frontend in use, by the name after "govuk-". A page that wants another adds its name here. */
const BLOCKS = [
  'template',
  'skip-link',
  'visually-hidden',
  'visually-hidden-focusable',
  'body',
  'heading-l',
  'heading-m',
  'list',
  'button',
  'button-group',
  'input',
  'textarea',
  'select',
  'label',
  'hint',
  'form-group',
  'file-upload',
  'error-message',
  'error-summary',
  'details',
]
/** Of the helper classes, those named "govuk-!-…", the ones in use. */
const HELPERS = ['margin-top-2']

/** Top-level pieces of a style sheet, each whole: "a{…}", "@media …{…}". */
function rulesOf(css: string): string[] {
  const rules: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < css.length; i++) {
    if (css[i] === '{') depth++
    else if ((css[i] === '}' && --depth === 0) || (css[i] === ';' && depth === 0)) {
      rules.push(css.slice(start, i + 1).trim())
      start = i + 1
    }
  }
  return rules
}

const isHelperInUse = (selector: string): boolean =>
  [...selector.matchAll(/\.govuk-\\!-([\w-]+)/g)].every(([, name]) => HELPERS.includes(name!))

const inUse = (selector: string): boolean =>
  isHelperInUse(selector) && [...selector.matchAll(/\.govuk-((?:(?!__|--)[a-z-])+)/g)].every(([, name]) => BLOCKS.includes(name!))

function slimRule(rule: string): string {
  const open = rule.indexOf('{')
  const head = rule.slice(0, open)
  if (rule.startsWith('@font-face') || rule.startsWith('@charset')) return ''
  if (/^@(?:media|supports)/.test(head)) {
    const inner = slimCss(rule.slice(open + 1, -1))
    return inner && `${head}{${inner}}`
  }
  if (head.startsWith('@')) return rule
  const selectors = head.split(/,(?![^(]*\))/).filter(inUse)
  return selectors.length > 0 ? `${selectors.join(',')}${rule.slice(open)}` : ''
}

/** Drops unused blocks and the typeface that only gov.uk may use, in favour of the one this service serves. */
export const slimCss = (css: string): string =>
  rulesOf(css)
    .map(slimRule)
    .join('')
    .replace(/font-family:"?GDS Transport"?[^;}]*/g, 'font-family:var(--font)')
