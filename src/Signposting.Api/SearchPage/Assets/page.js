// Makes pages that work without it more comfortable. Each part is loaded where it is needed.
import { initAll } from './nhsuk-frontend.js'

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')
initAll()

const parts = { conditions: './conditions.js', results: './results.js', map: './map.js' }
for (const [name, file] of Object.entries(parts)) {
  if (document.querySelector(`[data-app="${name}"]`)) import(file).then((part) => part.start())
}
