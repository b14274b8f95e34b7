/** The one thing that one does most with a quote: keep it for the briefing. One form for the whole page, and a button at each quote. */

/** Where the buttons send to, and the way back for a browser without scripts. */
export const KeepForm = ({ back }: { back: string }) => (
  <form id="keep" action="/briefing/keep" method="post" data-keep>
    <input type="hidden" name="back" value={back} />
  </form>
)

type Props = { ids: string[]; anchor: string; isKept: boolean; what: string; all?: boolean }

/** `anchor`: of the place where one is, for the way back. `what`: "quote 2", said to who cannot see where it stands. */
export const Keep = ({ ids, anchor, isKept, what, all = false }: Props) => (
  <span class="keep-place">
    <button
      class={isKept ? 'keep keep--kept' : 'keep'}
      id={`${anchor}-keep`}
      type="submit"
      form="keep"
      data-what={what}
      data-all={all ? '' : undefined}
      name={isKept ? 'take' : 'add'}
      value={`${ids.join(' ')}#${anchor}`}
    >
      <span class="keep-sign" aria-hidden="true" />
      <span class="keep-word">{isKept ? 'In briefing' : all ? 'Keep all' : 'Keep'}</span>
      <span class="govuk-visually-hidden keep-rest">{isKept ? `: take ${what} out` : ` ${what} for the briefing`}</span>
    </button>
    <span class="keep-said" />
  </span>
)
