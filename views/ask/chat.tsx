/** The chat page: the start where nothing is asked yet, else the conversation with the open passage beside it. */
import { AnswerView, type Turn } from '../answer/answer.tsx'
import { Beside, type Open } from '../answer/beside.tsx'
import { type Asked, briefingHref } from '../parts/links.ts'
import type { Collection } from '../parts/report-card.ts'
import { count } from '../parts/wording.ts'
import { AskForm, type Draft } from './ask-form.tsx'
import { Start } from './start.tsx'

type Props = {
  turns: Turn[]
  asked: Asked[]
  kept: string[]
  draft: Draft
  collection: Collection
  open: Open | null
  cleared: boolean
  examples: string[]
}

const ErrorSummary = ({ error }: { error: string }) => (
  <div class="govuk-error-summary" tabindex={-1} id="error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">There is a problem</h2>
      <ul class="govuk-list govuk-error-summary__list">
        <li>
          <a href="#question">{error}</a>
        </li>
      </ul>
    </div>
  </div>
)

/** Filled by the page's script when the server says no or cannot be reached. */
const Trouble = () => (
  <div id="trouble" class="govuk-error-summary" tabindex={-1} hidden>
    <h2 class="govuk-error-summary__title">There is a problem</h2>
    <p id="trouble-text" />
  </div>
)

export const ChatView = ({ turns, asked, kept, draft, collection, open, cleared, examples }: Props) => {
  const form = <AskForm draft={draft} asked={asked} kept={kept} collection={collection} first={turns.length === 0} />
  const problems = (
    <>
      {draft.error && <ErrorSummary error={draft.error} />}
      <Trouble />
    </>
  )
  if (turns.length === 0)
    return (
      <Start collection={collection} examples={examples} cleared={cleared}>
        {problems}
        {form}
      </Start>
    )
  return (
    <div class="talk">
      <div class="talk-main">
        <div class="talk-head">
          <h1>Your conversation</h1>
          <ul>
            {kept.length > 0 && (
              <li>
                <a class="kept" href={briefingHref(kept)}>
                  Briefing: {count(kept.length, 'quote')}
                </a>
              </li>
            )}
            <li>
              <a href="#question">Ask another question</a>
            </li>
            <li>
              <a href="/?cleared=yes" data-clear>
                Clear conversation
              </a>
            </li>
          </ul>
        </div>
        {turns.map((turn, i) => (
          <AnswerView turn={turn} collection={collection} last={i === turns.length - 1} />
        ))}
        {problems}
        {form}
      </div>
      <Beside open={open} collection={collection} />
    </div>
  )
}
