// The drawing becomes a map that can be moved and enlarged; with tiles where the operator has configured a server for them.
const leastGap = 30

let leaflet = null

export function start() {
  for (const frame of document.querySelectorAll('[data-app="map"]')) draw(frame)
}

/** Draws when the frame is first seen: a folded map costs nothing. */
export function draw(frame) {
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    watch.disconnect()
    load().then((L) => new ResultsMap(L, frame))
  }, { rootMargin: '200px' })
  watch.observe(frame)
}

function load() {
  leaflet ??= new Promise((resolve, reject) => {
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL('leaflet.css', import.meta.url).href })
    const script = Object.assign(document.createElement('script'), { src: new URL('leaflet.js', import.meta.url).href })
    script.addEventListener('load', () => resolve(window.L))
    script.addEventListener('error', reject)
    document.head.append(style, script)
  })
  return leaflet
}

class ResultsMap {
  constructor(L, frame) {
    const { lat, lon, place, tiles, attribution, rings } = frame.dataset
    this.L = L
    this.centre = L.latLng(Number(lat), Number(lon))
    this.marks = [...frame.querySelectorAll('.app-map__data li')].map((item) => ({
      at: L.latLng(Number(item.dataset.lat), Number(item.dataset.lon)), label: item.dataset.label, target: item.dataset.target, text: item.textContent,
    }))
    this.rings = rings.split('|').filter(Boolean).map((ring) => ring.split(';'))
    const live = document.createElement('div')
    live.className = 'app-map__live'
    live.setAttribute('role', 'region')
    live.setAttribute('aria-label', `Map around ${place}`)
    frame.querySelector('svg').replaceWith(live)
    this.map = L.map(live, { scrollWheelZoom: false, attributionControl: Boolean(tiles), maxZoom: 18, zoomAnimation: false, fadeAnimation: false })
    if (tiles) {
      this.map.attributionControl.setPrefix(false)
      L.tileLayer(tiles, { attribution: escape(attribution ?? ''), referrerPolicy: 'origin', maxZoom: 19 }).addTo(this.map)
    }
    const reach = Math.max(250, ...this.marks.map((mark) => this.centre.distanceTo(mark.at)))
    this.map.fitBounds(this.centre.toBounds(reach * 2.2), { maxZoom: 15 })
    this.group = L.layerGroup().addTo(this.map)
    this.drawPlace(place)
    this.drawMarks()
    this.map.on('zoomend', () => this.drawMarks())
  }

  drawPlace(place) {
    const { L } = this
    for (const [metres, text] of this.rings) {
      L.circle(this.centre, { radius: Number(metres), fill: false, color: '#768692', weight: 1, dashArray: '6 4', interactive: false }).addTo(this.map)
      const top = L.latLng(this.centre.lat - Number(metres) / 111195, this.centre.lng)
      L.marker(top, { icon: L.divIcon({ className: 'app-ring-label', html: escape(text), iconSize: [90, 16], iconAnchor: [45, 18] }), interactive: false, keyboard: false }).addTo(this.map)
    }
    L.marker(this.centre, { icon: L.divIcon({ className: 'app-pin app-pin--place', iconSize: [16, 16] }), interactive: false, keyboard: false, alt: place, zIndexOffset: -100 }).addTo(this.map)
  }

  // Marks that would cover each other are one.
  drawMarks() {
    const { L } = this
    this.group.clearLayers()
    const heaps = []
    for (const mark of this.marks) {
      const point = this.map.latLngToLayerPoint(mark.at)
      const near = heaps.find((heap) => Math.abs(heap.point.x - point.x) < leastGap + 14 && Math.abs(heap.point.y - point.y) < leastGap)
      if (near) near.marks.push(mark)
      else heaps.push({ point, marks: [mark] })
    }
    for (const { marks } of heaps) {
      const count = marks.reduce((sum, mark) => sum + sizeOf(mark.label), 0)
      const first = marks[0].label.split('+')[0]
      const label = count === 1 ? first : `${first}+${count - 1}`
      const width = Math.max(30, 16 + label.length * 9)
      const pin = L.marker(marks[0].at, { icon: L.divIcon({ className: 'app-pin', html: escape(label), iconSize: [width, 28] }), keyboard: true })
      pin.on('click', () => this.open(marks))
      pin.on('keypress', (event) => { if (event.originalEvent.key === 'Enter') this.open(marks) })
      pin.addTo(this.group)
      const element = pin.getElement()
      element.setAttribute('role', 'button')
      // What is seen comes first, so that it can be said to a computer that listens.
      element.setAttribute('aria-label', `${label}: ${marks.map((mark) => mark.text).join('; ')}`)
      element.title = marks.map((mark) => mark.text).join('\n')
    }
  }

  open(marks) {
    if (marks.length > 1 && this.map.getZoom() < 17) {
      this.map.fitBounds(this.L.latLngBounds(marks.map((mark) => mark.at)).pad(0.5), { maxZoom: Math.min(this.map.getZoom() + 3, 17) })
      return
    }
    const card = document.getElementById(marks[0].target)
    card?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
    card?.querySelector('a')?.focus({ preventScroll: true })
  }
}

function sizeOf(label) {
  const [, more] = label.split('+')
  return 1 + Number(more ?? 0)
}

function escape(text) {
  const span = document.createElement('span')
  span.textContent = text
  return span.innerHTML
}
