/** Some hundred examples against the document, the same ones every time. `npm run -s contract` tries five thousand. */
import { expect, it } from 'vitest'
import { realApp } from '../support/app.ts'
import { tryExamples } from './examples.ts'

it('replies are as the OpenAPI document says, whatever is sent', async () => {
  const { counts, faults } = await tryExamples(await realApp(), 300, 3)
  expect(faults).toEqual([])
  expect(Object.keys(counts).length).toBeGreaterThan(8)
})
