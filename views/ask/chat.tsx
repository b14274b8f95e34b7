/** The chat page: the start where nothing is asked yet, else the conversation with the open passage beside it. */
import { AnswerView, type Turn } from '../answer/answer.tsx'
import { Beside, type Open } from '../answer/beside.tsx'
import { KeepForm } from '../answer/keep.tsx'
import { type Asked, chatHref } from '../parts/links.ts'
import type { Collection } from '../parts/report-card.ts'
import { count } from '../parts/wording.ts'
import { AskForm, type Draft } from './ask-form.tsx'
import { type Cleared, Start } from './start.tsx'

type Props = {
  turns: Turn[]
  asked: Asked[]
  /** Ids of quotes that the address brings along for the briefing. */
  brought: string[]
  draft: Draft
  collection: Collection
  open: Open | null
  cleared: Cleared | null
  examples: string[]
  /** Address of the script that suggests questions. */
  suggest: string
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

/** Links that were made when the address still held what is kept bring it along. */
const Brought = ({ ids }: { ids: string[] }) =>
  ids.length === 0 ? null : (
    <div class="notice">
      <p>
        This link brings {count(ids.length, 'kept quote')}.{' '}
        <button class="govuk-button govuk-button--secondary" type="submit" form="keep" name="add" value={`${ids.join(' ')}#question`}>
          Put {ids.length === 1 ? 'it' : 'them'} into my briefing
        </button>
      </p>
    </div>
  )

export const ChatView = ({ turns, asked, brought, draft, collection, open, cleared, examples, suggest }: Props) => {
  const form = <AskForm draft={draft} asked={asked} collection={collection} first={turns.length === 0} suggest={suggest} />
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
    <div class={open || turns.at(-1)?.answer.sides.length === 0 ? 'talk' : 'talk talk--wide'}>
      <div class="talk-main">
        <h1 class="govuk-visually-hidden">Your conversation</h1>
        <KeepForm back={chatHref(asked, open?.number ? { open: open.quote.id } : {})} />
        <Brought ids={brought} />
        {turns.map((turn, i) => (
          <AnswerView turn={turn} collection={collection} last={i === turns.length - 1} />
        ))}
        {problems}
        {form}
        <p class="talk-foot">
          <a href="/cleared">Clear conversation</a>
        </p>
      </div>
      <Beside open={open} collection={collection} />
    </div>
  )
}
