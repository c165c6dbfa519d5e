// Filters apply without losing the place: the form is posted in the background and only the results are replaced.
let running = null

export function start() {
  const status = document.createElement('div')
  status.className = 'nhsuk-u-visually-hidden'
  status.setAttribute('role', 'status')
  document.body.append(status)
  history.scrollRestoration = 'auto'

  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!form.matches('[data-app="refine"], [data-app="refine-live"]')) return
    event.preventDefault()
    post(form, event.submitter)
  })
  document.addEventListener('change', (event) => {
    const form = event.target.form
    if (form?.matches('[data-app="refine-live"]')) post(form, null)
  })
  window.addEventListener('popstate', () => load(location.href, { method: 'GET' }, null, false))
  unfold()

  function post(form, button) {
    const body = new URLSearchParams(new FormData(form))
    if (button?.name) body.append(button.name, button.value)
    load(form.action, { method: 'POST', body }, (button ?? document.activeElement)?.id || null, true)
  }

  async function load(address, request, focusId, isNew) {
    running?.abort()
    const mine = running = new AbortController()
    const before = document.getElementById('results')
    before.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(address, { ...request, signal: mine.signal, headers: { Accept: 'text/html' } })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const after = page.getElementById('results')
      if (!after) return leave(answer.url)
      replace(before, after)
      document.title = page.title
      if (isNew && answer.url !== location.href && answer.redirected) history.pushState(null, '', answer.url)
      settle(focusId)
    } catch (error) {
      if (error.name === 'AbortError') return
      // No connection: the browser says so better than a script.
      before.removeAttribute('aria-busy')
      if (request.method === 'GET') location.assign(address)
      else status.textContent = 'The filters could not be applied. Check your connection and try again.'
    }
  }

  function leave(address) {
    if (new URL(address).pathname === '/search') location.assign('/')
    else location.assign(address)
  }

  function replace(before, after) {
    const open = [...before.querySelectorAll('details[id]')].filter((details) => details.open).map((details) => details.id)
    before.replaceWith(after)
    for (const id of open) document.getElementById(id)?.setAttribute('open', '')
    for (const map of after.querySelectorAll('[data-app="map"]')) import('./map.js').then((part) => part.draw(map))
  }

  function settle(focusId) {
    const heading = document.getElementById('results-heading')
    const again = (focusId && document.getElementById(focusId)) || null
    if (again) again.focus({ preventScroll: true })
    else heading?.focus({ preventScroll: true })
    const summary = document.querySelector('#results .nhsuk-error-summary')
    status.textContent = summary ? summary.textContent.trim() : heading?.textContent ?? ''
  }
}

// Browsers without ::details-content fold what has room enough; the style sheet does it for the others.
function unfold() {
  if (CSS.supports('selector(::details-content)') || !matchMedia('(min-width: 48.0625rem)').matches) return
  for (const fold of document.querySelectorAll('.app-fold')) fold.open = true
}
