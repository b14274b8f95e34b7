/** Runs in a room apart: the bytes of a PDF → one of its pages, drawn and marked. */
import { serve } from '../../index/library/reading/serve.ts'
import { type DrawnPage, drawPage, type PageWanted } from './page.ts'

export type PageToDraw = PageWanted

serve<PageToDraw, DrawnPage>(drawPage)
