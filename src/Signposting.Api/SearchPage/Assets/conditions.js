// Conditions found while typing: a combobox (ARIA 1.2) over the list of boxes that is on the page anyway.
const most = 8

export function start() {
  const group = document.querySelector('[data-app="conditions"]')
  const input = group?.querySelector('#words')
  const chosen = group?.querySelector('[data-app="chosen"]')
  const boxes = [...(group?.querySelectorAll('input[name="condition"]') ?? [])]
  if (input && chosen && boxes.length > 0) new ConditionBox(input, chosen, boxes)
}

class ConditionBox {
  constructor(input, chosen, boxes) {
    this.input = input
    this.chosen = chosen
    this.conditions = boxes.map((box) => {
      const name = box.labels[0].textContent.trim()
      const words = (box.dataset.words || '').split('|').filter(Boolean)
      return { box, name, words, keys: [name, ...words].map(fold) }
    })
    this.matches = []
    this.at = -1
    this.build()
    input.addEventListener('input', () => this.show())
    input.addEventListener('keydown', (event) => this.onKey(event))
    input.addEventListener('blur', () => this.hide())
  }

  build() {
    this.list = document.createElement('ul')
    Object.assign(this.list, { id: 'words-list', className: 'app-combobox__list', hidden: true })
    this.list.setAttribute('role', 'listbox')
    this.list.setAttribute('aria-label', 'Conditions')
    // The field keeps its focus while an option is pressed.
    this.list.addEventListener('mousedown', (event) => event.preventDefault())
    this.list.addEventListener('click', (event) => {
      const option = event.target.closest('[role="option"]')
      if (option) this.choose(this.matches[[...this.list.children].indexOf(option)])
    })
    this.status = document.createElement('div')
    this.status.className = 'nhsuk-u-visually-hidden'
    this.status.setAttribute('role', 'status')
    this.input.after(this.list, this.status)
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'words-list', autocomplete: 'off' })) {
      this.input.setAttribute(name, value)
    }
  }

  // What is being typed: behind the last comma.
  typed() {
    return fold(this.input.value.split(/[,;]/).at(-1))
  }

  show() {
    const text = this.typed()
    this.matches = text.length < 2 ? [] : this.find(text)
    this.at = -1
    this.list.replaceChildren(...this.matches.map((match, index) => optionOf(match, index)))
    this.open(this.matches.length > 0)
    this.status.textContent = text.length < 2 ? '' : this.matches.length === 0
      ? 'No condition in the list. It is looked for when you search.'
      : `${this.matches.length} ${this.matches.length === 1 ? 'condition' : 'conditions'}. Use the arrow keys.`
  }

  find(text) {
    const found = []
    for (const condition of this.conditions) {
      if (condition.box.checked) continue
      const places = condition.keys.map((key) => placeOf(key, text))
      const best = Math.min(...places)
      if (best < 3) found.push({ condition, rank: best, also: condition.words[places.indexOf(best) - 1] })
    }
    return found.sort((a, b) => a.rank - b.rank || a.condition.name.localeCompare(b.condition.name)).slice(0, most)
  }

  onKey(event) {
    if (this.list.hidden) return
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) {
      event.preventDefault()
      this.at = (this.at + move + this.matches.length + (this.at < 0 && move < 0 ? 1 : 0)) % this.matches.length
      ;[...this.list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === this.at)))
      this.list.children[this.at].scrollIntoView({ block: 'nearest' })
      this.input.setAttribute('aria-activedescendant', this.list.children[this.at].id)
    } else if (event.key === 'Enter' && this.at >= 0) {
      event.preventDefault()
      this.choose(this.matches[this.at])
    } else if (event.key === 'Escape') {
      event.preventDefault()
      this.hide()
    }
  }

  choose(match) {
    const { box, name } = match.condition
    box.checked = true
    this.fieldset().append(box.closest('.nhsuk-checkboxes__item'))
    const parts = this.input.value.split(/[,;]/)
    parts.pop()
    this.input.value = parts.map((part) => part.trim()).filter(Boolean).map((part) => `${part}, `).join('')
    this.hide()
    this.status.textContent = `${name} is chosen.`
  }

  fieldset() {
    if (!this.chosen.querySelector('fieldset')) {
      const fieldset = document.createElement('fieldset')
      fieldset.className = 'nhsuk-fieldset'
      const legend = document.createElement('legend')
      legend.className = 'nhsuk-fieldset__legend nhsuk-fieldset__legend--s'
      legend.textContent = 'Chosen conditions'
      const boxes = document.createElement('div')
      boxes.className = 'nhsuk-checkboxes nhsuk-checkboxes--small'
      fieldset.append(legend, boxes)
      this.chosen.append(fieldset)
    }
    return this.chosen.querySelector('.nhsuk-checkboxes')
  }

  open(isOpen) {
    this.list.hidden = !isOpen
    this.input.setAttribute('aria-expanded', String(isOpen))
    this.input.removeAttribute('aria-activedescendant')
  }

  hide() {
    this.at = -1
    this.open(false)
  }
}

function optionOf({ condition, also }, index) {
  const option = document.createElement('li')
  option.id = `words-option-${index}`
  option.className = 'app-combobox__option'
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  option.append(condition.name)
  if (also) {
    const words = document.createElement('span')
    words.className = 'app-combobox__also'
    words.textContent = ` – ${also}`
    option.append(words)
  }
  return option
}

// 0: begins with it; 1: a word in it does; 2: holds it; 3: not there.
function placeOf(key, text) {
  const at = key.indexOf(text)
  return at < 0 ? 3 : at === 0 ? 0 : key[at - 1] === ' ' ? 1 : 2
}

function fold(text) {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()
}
