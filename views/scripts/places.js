// Where one was on a page: Back leads there, and not to its top or its last question. It stands in the entry of the history.

const rememberPlace = () => {
  const focus = document.activeElement?.id
  history.replaceState({ ...history.state, place: { y: scrollY, focus: focus === 'main' ? '' : focus } }, '')
}
addEventListener('click', (event) => event.target.closest('a[href]') && rememberPlace(), true)
addEventListener('pagehide', rememberPlace)
document.addEventListener('htmx:before:history:update', rememberPlace)

const goToPlace = () => {
  const place = history.state?.place
  if (!place) return
  if (place.focus) document.getElementById(place.focus)?.focus({ preventScroll: true })
  scrollTo(0, place.y)
}

// The page is fetched again when one comes back to it within the conversation.
document.addEventListener('htmx:before:history:restore', () => {
  came.back = true
})
document.addEventListener('htmx:after:swap', () => {
  if (came.back) requestAnimationFrame(goToPlace)
  came.back = false
})
if (performance.getEntriesByType('navigation')[0]?.type === 'back_forward') goToPlace()
