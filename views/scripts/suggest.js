// Suggestions under the question box: questions that have answers, by topic and council, the reports, and what was asked here before.
// The box keeps the focus, arrows move the choice, Enter takes it, Escape closes the list, as in a combobox. It has no such role, which a
// box of several lines may not have: as a text box it names its list and the choice, and that the list is there is said.
{
  const RECENT = 'recent-questions'
  // The list does not scroll by itself: it has no more than there is room for.
  const most = () => (innerHeight < 700 ? 5 : 8)
  const MOST_RECENT = 10
  const box = () => document.querySelector('#question')
  let offered = null
  let chosen = -1

  const recent = () => JSON.parse(localStorage.getItem(RECENT) ?? '[]')
  const offers = async () => {
    offered ??= fetch(document.querySelector('#ask').dataset.suggestions)
      .then((reply) => (reply.ok ? reply.json() : []))
      .catch(() => [])
    return offered
  }

  const list = () => {
    const known = document.querySelector('#suggested')
    if (known) return known
    const made = document.createElement('ul')
    Object.assign(made, { id: 'suggested', className: 'suggested', hidden: true })
    made.setAttribute('role', 'listbox')
    made.setAttribute('aria-label', 'Suggested questions and reports')
    box().closest('.ask-row').append(made)
    return made
  }
  const dress = () => {
    for (const [name, value] of Object.entries({
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': 'suggested',
    }))
      box().setAttribute(name, value)
    list()
  }

  const close = () => {
    chosen = -1
    list().hidden = true
    box().removeAttribute('aria-activedescendant')
  }
  const choose = (at) => {
    const options = [...list().children]
    chosen = (at + options.length) % options.length
    options.forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === chosen))
    })
    box().setAttribute('aria-activedescendant', options[chosen].id)
    options[chosen].scrollIntoView({ block: 'nearest' })
  }
  const take = (option) => {
    const { text, url } = option.dataset
    close()
    if (url) {
      location.assign(url)
      return
    }
    box().value = text
    box().form.requestSubmit(box().form.querySelector('.ask-row button'))
  }

  const matching = (all, typed) => {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
    return all.filter(({ text }) => {
      const found = ` ${text.toLowerCase()}`
      return words.every((word) => found.includes(` ${word}`) || found.includes(`-${word}`))
    })
  }
  const show = async () => {
    const typed = box().value.trim()
    const before = recent().map((text) => ({ text, kind: 'asked before' }))
    const all = typed.length < 2 ? before : [...before, ...(await offers())]
    const seen = new Set()
    const found = matching(all, typed)
      .filter(({ text }) => text !== typed && !seen.has(text) && seen.add(text))
      .slice(0, most())
    if (found.length === 0 || document.activeElement !== box()) return close()
    list().replaceChildren(
      ...found.map(({ text, kind, url }, i) => {
        const option = document.createElement('li')
        Object.assign(option, { id: `suggested-${i}`, textContent: text })
        Object.assign(option.dataset, { text, ...(url && { url }) })
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        const note = document.createElement('small')
        note.textContent = ` ${kind}`
        option.append(note)
        return option
      }),
    )
    chosen = -1
    if (list().hidden) say(`${found.length} ${found.length === 1 ? 'suggestion' : 'suggestions'}, with the arrow keys`)
    list().hidden = false
    box().removeAttribute('aria-activedescendant')
  }

  document.addEventListener('focusin', ({ target }) => {
    if (target.id !== 'question') return
    dress()
    if (recent().length > 0 && !box().value) show()
  })
  document.addEventListener('focusout', ({ target }) => target.id === 'question' && close())
  document.addEventListener('input', ({ target }) => target.id === 'question' && show())
  document.addEventListener('mousedown', (event) => {
    const option = event.target.closest('#suggested [role=option]')
    if (!option) return
    event.preventDefault()
    take(option)
  })
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.target.id !== 'question' || list().hidden) return
      const { key } = event
      if (key === 'ArrowDown') choose(chosen + 1)
      else if (key === 'ArrowUp') choose(chosen < 0 ? -1 : chosen - 1)
      else if (key === 'Escape') close()
      else if (key === 'Enter' && chosen >= 0) take(list().children[chosen])
      else return
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
  // Kept in this browser alone, the newest first; a question that was warned of is not kept.
  document.addEventListener('htmx:after:swap', () => {
    const asked = [...document.querySelectorAll('.answer .question')].map((heading) => heading.textContent.trim())
    if (asked.length === 0 || document.querySelector('#personal')) return
    localStorage.setItem(RECENT, JSON.stringify([...new Set([...asked.reverse(), ...recent()])].slice(0, MOST_RECENT)))
  })
  if (document.activeElement?.id === 'question') {
    dress()
    show()
  }
}
