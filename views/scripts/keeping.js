// Keeping quotes for the briefing. The forms do it without this; here the button and the count change where they stand.

const quotesSaid = (n) => `${n} ${n === 1 ? 'quote' : 'quotes'}`

const showKeep = (button, kept) => {
  const { what, all } = button.dataset
  const word = button.querySelector('.keep-word')
  button.classList.toggle('keep--kept', kept)
  if (all !== undefined) {
    if (kept) word.textContent = 'All in briefing'
    return
  }
  button.name = kept ? 'take' : 'add'
  word.textContent = kept ? 'In briefing' : 'Keep'
  button.querySelector('.keep-rest').textContent = kept ? `: take ${what} out` : ` ${what} for the briefing`
}

// All that shows what is kept: the count in the masthead and each button.
const showKept = (ids) => {
  const kept = new Set(ids)
  const link = find('#to-briefing')
  link.querySelector('.kept-count').textContent = ids.length || ''
  link.querySelector('.govuk-visually-hidden').textContent = ids.length ? (ids.length === 1 ? ' quote' : ' quotes') : ''
  for (const button of document.querySelectorAll('button.keep'))
    showKeep(
      button,
      button.value
        .split('#')[0]
        .split(' ')
        .every((id) => kept.has(id)),
    )
}

const otherTabs = new BroadcastChannel('briefing')
otherTabs.onmessage = ({ data }) => showKept(data)

// A page that the browser took out of its memory shows what was kept when it was left.
addEventListener('pageshow', async ({ persisted }) => {
  if (!persisted) return
  const reply = await fetch(`${find('#to-briefing').pathname}/kept`)
  if (reply.ok) showKept((await reply.json()).ids)
})

const undoButton = (undo) => {
  const button = document.createElement('button')
  Object.assign(button, { type: 'submit', name: 'restore', value: undo, className: 'undo', textContent: 'Undo' })
  button.setAttribute('form', 'keep')
  return button
}

const sendKeep = async (form, button) => {
  const body = new URLSearchParams(new FormData(form))
  body.set(button.name, button.value)
  const reply = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
  const answer = await reply.json().catch(() => ({}))
  if (!reply.ok) throw new Error(answer.error?.message ?? 'something went wrong on our side. Try again.')
  return answer
}

document.addEventListener('submit', async (event) => {
  const form = event.target
  const button = event.submitter
  if (!form.matches('[data-keep]') || !button) return
  event.preventDefault()
  const adding = button.name !== 'take'
  const place = button.closest('.keep-place') ?? button.parentElement
  const said = place.querySelector('.keep-said')
  for (const other of document.querySelectorAll('.keep-said')) other.textContent = ''
  try {
    const { ids, undo } = await sendKeep(form, button)
    if (button.classList.contains('undo')) place.querySelector('button.keep')?.focus({ preventScroll: true })
    showKept(ids)
    otherTabs.postMessage(ids)
    const now = `${quotesSaid(ids.length)} in the briefing`
    if (said) said.textContent = adding ? 'Kept' : 'Taken out '
    if (undo) said?.append(undoButton(undo))
    say(`${adding ? 'Kept' : 'Taken out, Undo is beside it'}. ${now}.`)
  } catch (fault) {
    const why = fault instanceof TypeError ? 'the server does not answer. Try again.' : fault.message
    if (said) said.textContent = `Not done: ${why}`
    say(`Not done: ${why}`)
  }
})
