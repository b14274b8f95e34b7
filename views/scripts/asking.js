// The question box: it grows with what is typed, and one question is asked once.

const LEFT_SHOWN_FROM = 0.8

const countCharacters = (box) => {
  const longest = Number(box.dataset.longest)
  const left = longest - box.value.trim().length
  const text = `${Math.abs(left)} ${Math.abs(left) === 1 ? 'character' : 'characters'} ${left < 0 ? 'too many' : 'left'}`
  find('#question-left').textContent = box.value.length >= longest * LEFT_SHOWN_FROM ? text : ''
}

document.addEventListener('input', ({ target }) => {
  if (target.id === 'question') countCharacters(target)
})

// Without scripts the box is an input of one line, in which Enter asks. With them it may hold more lines.
const growQuestion = () => {
  const input = find('input#question')
  if (!input) return
  const box = document.createElement('textarea')
  for (const { name, value } of input.attributes) if (name !== 'value' && name !== 'type') box.setAttribute(name, value)
  box.rows = 1
  box.className = input.className.replaceAll('govuk-input', 'govuk-textarea')
  box.value = input.value
  const focused = document.activeElement === input
  input.replaceWith(box)
  if (focused) box.focus()
}
growQuestion()

// Asking takes a moment, in which the same press comes easily again.
let beingAsked = null
const ASKS = '#ask, .understood form, a[hx-target="#main"]'
document.addEventListener('htmx:config:request', (event) => {
  const { ctx } = event.detail
  if (!ctx.sourceElement.matches?.(ASKS)) return
  if (beingAsked) {
    event.preventDefault()
    const line = find('#question-left')
    if (line) line.textContent = ALREADY
    say(ALREADY)
  } else beingAsked = ctx
})
const ALREADY = 'Your question is being asked already.'
document.addEventListener('htmx:finally:request', ({ detail }) => {
  if (detail.ctx !== beingAsked) return
  beingAsked = null
  const line = find('#question-left')
  if (line?.textContent === ALREADY) line.textContent = ''
})

// Questions that this browser remembers for its suggestions are forgotten when one says so.
document.addEventListener('click', ({ target }) => {
  if (!target.closest('[data-forget]')) return
  localStorage.removeItem('recent-questions')
  target.textContent = 'Forgotten'
  say('Forgotten')
})

// Suggestions come when the box is first used, so that no page waits for them.
document.addEventListener('focusin', ({ target }) => {
  const address = target.form?.dataset.suggest
  if (target.id !== 'question' || !address || find(`script[src="${address}"]`)) return
  const script = document.createElement('script')
  script.src = address
  document.head.append(script)
})
