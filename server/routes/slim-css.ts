/** govuk-frontend's compiled CSS → the part that these pages use. The whole is 136 kB; this leaves about a fifth. */

/** Blocks of govuk-frontend in use, by the name after "govuk-". A page that wants another adds its name here. */
const BLOCKS = [
  'template',
  'skip-link',
  'visually-hidden',
  'link',
  'body',
  'heading',
  'caption',
  'list',
  'button',
  'button-group',
  'input',
  'textarea',
  'select',
  'label',
  'hint',
  'form-group',
  'fieldset',
  'radios',
  'checkboxes',
  'error-message',
  'error-summary',
  'table',
  'summary-list',
  'details',
  'inset-text',
  'tag',
  'notification-banner',
  'warning-text',
  'section-break',
]

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

const inUse = (selector: string): boolean =>
  [...selector.matchAll(/\.govuk-((?:(?!__|--)[a-z-])+)/g)].every(([, name]) =>
    BLOCKS.some(
      (block) =>
        name === block || (/^(?:heading|body|caption|visually-hidden|section-break)$/.test(block) && name!.startsWith(`${block}-`)),
    ),
  )

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
