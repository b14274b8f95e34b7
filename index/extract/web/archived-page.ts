/** A page that a browser saved in one file (MHTML), or a mail → its HTML or its text. */
import PostalMime from 'postal-mime'

/** Parts within parts and bytes of headers: far more than any browser writes. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024 }

/** `attached`: names of the files that a mail brings with it, whose words are not in it. */
export type ArchivedPage = { html: string | null; text: string | null; attached: string[] }

/** The page itself, which comes first of the pages in it: frames and pictures follow. */
export async function openArchivedPage(bytes: Uint8Array): Promise<ArchivedPage> {
  const { html, text, attachments } = await PostalMime.parse(bytes, { ...LIMITS, attachmentEncoding: 'utf8' })
  const frame = attachments.find(({ mimeType }) => mimeType === 'text/html')?.content
  const attached = attachments.flatMap(({ disposition, filename }) =>
    disposition === 'attachment' ? (filename ?? 'one without a name') : [],
  )
  return { attached, html: html || (typeof frame === 'string' ? frame : null), text: text || null }
}
