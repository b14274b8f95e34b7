/** What each document's own notice asks of those who copy from it. */
import type { Report } from '../../index/model/report.ts'
import { dayInWords, reportDate } from '../cite/citation.ts'

export type Attribution = {
  terms: 'open' | 'unaltered' | 'other' | 'none'
  /** The line to print. */
  text: string
  /** A restriction that the writer has to mind, in words; null where there is none. */
  warning: string | null
}

/** "for non-commercial educational purposes", "reproduced without adaptation": the notices of 2009 to 2017. */
const UNALTERED = /non-commercial educational|without adaptation|do not alter/i
const OPEN = /open government licence/i
export const OPEN_LICENCE_URL = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

export function attributionOf(report: Report): Attribution {
  const { title, publisher, licence, published } = report
  const notice = `${licence.name ?? ''} ${licence.sentence ?? ''}`
  const whose = `${publisher}, ${title}, ${published ? `published ${dayInWords(published)}` : reportDate(report)}.${licence.copyright ? ` ${licence.copyright}.` : ''}`
  if (UNALTERED.test(notice))
    return {
      terms: 'unaltered',
      text: `${whose} Copied under the notice printed in the document: ${licence.sentence}`,
      warning: 'May be copied for non-commercial educational purposes only, unaltered, with source and date of publication.',
    }
  if (OPEN.test(notice))
    return {
      terms: 'open',
      text: `${whose} Contains public sector information licensed under the Open Government Licence v3.0.`,
      warning: null,
    }
  if (licence.name || licence.sentence) return { terms: 'other', text: `${whose} ${licence.sentence ?? licence.name}`, warning: null }
  return {
    terms: 'none',
    text: `${whose} The document states no licence.`,
    warning: 'No licence is stated in the document: ask its publisher before using more than quotations.',
  }
}
