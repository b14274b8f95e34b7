/** Runs in a room apart: the bytes of a file → the report that it holds, or what is wrong with it. */
import type { CatalogueEntry } from '../catalogue.ts'
import { type Ingested, readSource } from '../ingest-file.ts'
import { serve } from './serve.ts'

export type FileToRead = { bytes: Uint8Array; source: string; entry: CatalogueEntry | undefined }

serve<FileToRead, Ingested>(({ bytes, source, entry }) => readSource(bytes, source, entry))
