/** Anything else: headings and paragraphs, with no claim about whose words they are. */

import type { Speaker } from '../model/report.ts'
import { isBoilerplate } from './boilerplate.ts'
import { licenceOf } from './facts.ts'
import type { Format } from './format.ts'

const UNKNOWN: Speaker = { name: 'The document', voice: 'self-report', reason: 'not a kind of report whose speakers are known' }

export const plain: Format = {
  name: 'plain',
  matches: () => true,
  read: ({ blocks }) => ({
    facts: { kind: 'other', scale: null, publisher: 'Unknown', licence: licenceOf(blocks), ...(blocks[0] && { title: blocks[0].text }) },
    blocks: blocks.map((block) => ({
      ...block,
      role: isBoilerplate(block.text) ? 'furniture' : block.kind === 'heading' ? 'heading' : 'body',
      part: null,
      speaker: UNKNOWN,
    })),
  }),
}
