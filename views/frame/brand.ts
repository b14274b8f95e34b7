/** The service's own name, colours and contact, from `brand.json`: the one file that another council changes. */
import json from './brand.json' with { type: 'json' }

export type Brand = {
  name: string
  strapline: string
  /** Six-digit hexadecimal colours. `brand` stands on white and under white, `brandOnDark` on near-black. */
  colours: { brand: string; brandOnDark: string; highlight: string; highlightOnDark: string }
  /** Who answers for the service; `email` null where questions go by another way. */
  contact: { name: string; email: string | null }
}

/** WCAG 2.2 success criterion 1.4.3: text needs this contrast with what it stands on. */
const LEAST_CONTRAST = 4.5

/** Relative luminance of `#rrggbb`, 0 black to 1 white (WCAG 2.2, definition of relative luminance). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

/** @throws Error naming the faulty setting, so that a colour nobody can read never reaches a page. */
export function checkedBrand(brand: Brand): Brand {
  if (!brand.name.trim()) throw new Error('views/frame/brand.json: name is empty.')
  for (const [name, colour] of Object.entries(brand.colours))
    if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`views/frame/brand.json: colours.${name} must look like #17415c, not ${colour}.`)
  const { brand: main, brandOnDark, highlight, highlightOnDark } = brand.colours
  const pairs: [string, string, string][] = [
    ['brand', main, '#ffffff'],
    ['brandOnDark', brandOnDark, '#12181d'],
    ['highlight', highlight, '#16202a'],
    ['highlightOnDark', highlightOnDark, '#eef2f5'],
  ]
  for (const [name, colour, against] of pairs)
    if (contrast(colour, against) < LEAST_CONTRAST)
      throw new Error(`views/frame/brand.json: colours.${name} ${colour} has too little contrast with ${against} to be read.`)
  return brand
}

export const brand: Brand = checkedBrand(json)

export const brandCss = ({ colours }: Brand): string =>
  `:root{--brand:${colours.brand};--highlight:${colours.highlight}}` +
  `@media (prefers-color-scheme:dark){:root{--brand:${colours.brandOnDark};--highlight:${colours.highlightOnDark}}}`
