import { expect, test } from 'vitest'
import { brand, checkedBrand, contrast } from '../../../views/frame/brand.ts'
import { Words } from '../../../views/parts/words.tsx'

const drawn = (text: string, marks: [number, number][] = []): string => `${<Words text={text} marks={marks.map((at) => ({ at }))} />}`

test('words between asterisks are emphasised and the asterisks go', () => {
  expect(drawn('the (*First Response*) team')).toBe('the (<em>First Response</em>) team')
})

test('asterisks that are no emphasis stay', () => {
  expect(drawn('5 * 4 and 3 * 2')).toBe('5 * 4 and 3 * 2')
})

test('a mark may begin inside an emphasis', () => {
  expect(drawn('a *b c* d', [[5, 9]])).toBe('a <em>b </em><mark><em>c</em> d</mark>')
})

test('text is escaped', () => {
  expect(drawn('<b> & "c"', [[0, 3]])).toBe('<mark>&lt;b&gt;</mark> &amp; &quot;c&quot;')
})

test('a colour that cannot be read stops the start', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(() => checkedBrand({ ...brand, colours: { ...brand.colours, brand: '#ffff00' } })).toThrow(/colours.brand #ffff00/)
  expect(() => checkedBrand({ ...brand, colours: { ...brand.colours, highlight: 'yellow' } })).toThrow(/must look like/)
})
