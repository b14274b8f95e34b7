/**
 * What training reads: every sentence of the reports in some folders, as JSON lines on standard output.
 * `node run/run.js index/vectors/training/sentences.ts FOLDER …`
 */

import { readFolder } from '../../library/ingest.ts'
import { passagesOf } from '../../model/report.ts'

const folders = process.argv.slice(2)
if (folders.length === 0) throw new Error('Name one or more folders of reports: sentences.ts seeds ../reports')
for (const folder of folders)
  for (const { sha256, authority, source, sections } of await readFolder(folder, ({ message }) => console.error(message)))
    for (const section of sections)
      for (const { id, text, sentences, evidence } of passagesOf(section)) {
        if (!evidence) continue
        for (const { start, end } of sentences)
          console.log(JSON.stringify({ report: sha256, council: authority, source, passage: id, start, end, text: text.slice(start, end) }))
      }
