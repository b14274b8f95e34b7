/** The process behind `maker.ts`: texts come in, vectors go out. It ends with the server. */
import { openReader } from './encoder.ts'

const reader = openReader()
process.on('message', (texts: string[]) => {
  reader
    .then(({ encode }) => encode(texts))
    .then(
      (vectors) => process.send?.({ vectors }),
      (error: Error) => process.send?.({ error: error.message }),
    )
})
process.on('disconnect', () => process.exit())
