// Printing and copying on the leaflet; the page works without.
const said = document.querySelector('[data-app="said"]')

for (const button of document.querySelectorAll('[data-app="print"]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

for (const button of document.querySelectorAll('[data-app="copy"]')) {
  const field = document.getElementById(button.dataset.from)
  button.hidden = false
  button.addEventListener('click', async () => {
    field.select()
    try {
      await navigator.clipboard.writeText(field.value)
      said.textContent = 'Copied.'
      button.textContent = 'Copied'
    } catch {
      // Not allowed, or not over https: it is selected, and the keyboard copies it.
      said.textContent = 'Selected. Copy it with Ctrl and C.'
      button.textContent = 'Selected: press Ctrl and C'
    }
  })
}
