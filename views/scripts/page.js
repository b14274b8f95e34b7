// What the page does beyond links and forms. Everything here has a way without it.
// Elements are looked up when an event comes, because htmx replaces them.

const find = (selector) => document.querySelector(selector)
const isWide = () => matchMedia('(min-width: 72rem)').matches
const isTyping = (target) => target.closest('input, textarea, select, [contenteditable]') !== null

const say = (text) => {
  find('#status').textContent = text
}

document.addEventListener('keydown', (event) => {
  const { target, key } = event
  if (target.id === 'question' && key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    target.form.requestSubmit(target.form.querySelector('.ask-row button'))
  } else if (key === '/' && !isTyping(target) && !event.ctrlKey && !event.metaKey && !event.altKey && shortcutIsOn()) {
    const box = find('#question')
    if (!box) return
    event.preventDefault()
    box.focus()
  } else if (key === '?' && !isTyping(target) && shortcutIsOn()) find('#keys').togglePopover()
  else if ((key === 'ArrowDown' || key === 'ArrowUp') && !isTyping(target)) stepQuotes(event)
  else if (key === 'Escape' && target.closest('#beside')) unfolded(find(`#${find('[data-back]')?.dataset.back}`))?.focus()
})

// A quote may be folded away with others: it is shown before it takes the focus.
const unfolded = (quote) => {
  const fold = quote?.closest('details')
  if (fold) fold.open = true
  return quote
}

// Arrows step from quote to quote once one of them holds the focus; before that they scroll, as everywhere.
const stepQuotes = (event) => {
  const current = event.target.closest('.quote')
  if (!current || event.target.closest('.beside')) return
  const quotes = [...document.querySelectorAll('.talk-main .quote')].filter((quote) => quote.checkVisibility())
  const next = quotes[quotes.indexOf(current) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

// One-key shortcuts can be turned off (WCAG 2.1.4), on the accessibility page. The choice stays in this browser.
const SHORTCUT = 'slash-shortcut'
const shortcutIsOn = () => localStorage.getItem(SHORTCUT) !== 'off'
const showShortcut = () => {
  const tick = find('#shortcut')
  if (tick) tick.checked = shortcutIsOn()
}
document.addEventListener('change', ({ target }) => {
  if (target.id !== 'shortcut') return
  if (target.checked) localStorage.removeItem(SHORTCUT)
  else localStorage.setItem(SHORTCUT, 'off')
})
showShortcut()

// One comes back by the history: the place that one left is shown (places.js), not the last answer.
const came = { back: false }

// Answers

const showMark = () => {
  const pane = find('.beside')
  const mark = pane?.querySelector('mark')
  if (mark) pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3
}
showMark()

document.addEventListener(
  'click',
  (event) => {
    const link = event.target.closest('a.open')
    // Beside the chat there is room only on a wide screen; elsewhere the link is a link.
    if (link && !isWide()) event.stopImmediatePropagation()
  },
  true,
)

// An answer takes milliseconds. Only one that does not is worth a word.
const SLOW = 500
let slow
const waiting = (is) => {
  clearTimeout(slow)
  const button = find('.ask-row button')
  if (is) button?.setAttribute('aria-disabled', 'true')
  else button?.removeAttribute('aria-disabled')
  const line = find('#question-left')
  if (!is && line?.textContent === WAITING) line.textContent = ''
  if (!is) return
  slow = setTimeout(() => {
    if (line) line.textContent = WAITING
    say(WAITING)
  }, SLOW)
}
const WAITING = 'Searching the reports…'
document.addEventListener('htmx:finally:request', () => waiting(false))

document.addEventListener('htmx:before:request', () => {
  waiting(true)
  find('#trouble').hidden = true
})

document.addEventListener('htmx:after:swap', ({ detail }) => {
  const target = detail.ctx.target
  waiting(false)
  growQuestion()
  showMark()
  if (came.back) return
  if (target?.id === 'beside') {
    const open = find('[data-back]')?.dataset.back
    for (const quote of document.querySelectorAll('.quote[aria-current]')) quote.removeAttribute('aria-current')
    find(`#${open}`)?.setAttribute('aria-current', 'true')
    find('#beside-title')?.focus({ preventScroll: true })
    return
  }
  const problem = find('#error-summary')
  const answers = document.querySelectorAll('.answer')
  const asked = detail.ctx.request.anchor && find(`#${detail.ctx.request.anchor}`)
  const question = asked || answers[answers.length - 1]?.querySelector('.question')
  if (problem) problem.focus()
  else if (find('#personal')) find('#question').focus()
  else if (question) {
    say(question.closest('.answer').dataset.announce ?? 'Answer ready')
    question.scrollIntoView()
    question.focus({ preventScroll: true })
  }
})

// Trouble: the page stays as it is, with the question still in the box.

const trouble = (text) => {
  const box = find('#trouble')
  if (!box) return
  box.hidden = false
  find('#trouble-text').textContent = text
  box.focus()
}

const TROUBLES = {
  429: 'That was many questions in a short time. Wait a minute, then ask again. Your question is still here.',
  503: 'The reports are still being read. Try again in a moment. Your question is still here.',
}

document.addEventListener('htmx:before:response', (event) => {
  const { status } = event.detail.ctx.response
  if (status !== 429 && status < 500) return
  event.preventDefault()
  trouble(TROUBLES[status] ?? 'Something went wrong on our side. Nothing is lost: ask again.')
})

document.addEventListener('htmx:error', () => {
  trouble('The server does not answer. Check the connection, then ask again. Your question is still here.')
})

// What is folded away on the screen is printed.
addEventListener('beforeprint', () => {
  for (const rest of document.querySelectorAll('details:is(.rest, .all-grades)')) rest.open = true
})

// Copying and printing

const copied = async (button, text) => {
  await navigator.clipboard.writeText(text)
  const label = button.firstChild
  const before = label.textContent
  label.textContent = 'Copied'
  say('Copied')
  setTimeout(() => {
    label.textContent = before
  }, 2000)
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-copy], button[data-print]')
  if (!button) return
  if (button.dataset.print !== undefined) print()
  else {
    const quote = button.closest('[data-citation]')
    const words = quote.dataset.words ?? (quote.querySelector('.quote-text') ?? find('.reader-text mark')).textContent.trim()
    const link = quote.querySelector('a.open')?.href ?? location.href
    copied(button, button.dataset.copy === 'link' ? link : `“${words}” (${quote.dataset.citation})`)
  }
})
