// Installs what the pages take from npm and lays out the few files that are served.
// usage: node install.mjs FOLDER   (made whole or not at all, so that two builds may do it at once)
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = dirname(fileURLToPath(import.meta.url))
const target = process.argv[2]

mkdirSync(dirname(target), { recursive: true })
const work = mkdtempSync(join(dirname(target), 'npm-'))
try {
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(source, name), join(work, name))
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: work,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    console.log((npm.stderr || npm.stdout || String(npm.error)).trim())
    process.exitCode = 1
  } else {
    layOut(join(work, 'node_modules'), join(work, 'pages'))
    move(join(work, 'pages'), target)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}

function layOut(modules, folder) {
  mkdirSync(folder)
  write('nhsuk-frontend.css', withoutFont(read('nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css')))
  write('nhsuk-frontend.js', read('nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.js'))
  write('leaflet.css', withoutImages(read('leaflet/dist/leaflet.css')))
  write('leaflet.js', read('leaflet/dist/leaflet.js'))

  function read(path) {
    return readFileSync(join(modules, path), 'utf8')
  }

  function write(name, text) {
    writeFileSync(join(folder, name), text.replace(/\/[/*]# sourceMappingURL=.*$/m, ''))
  }
}

// The font is served by assets.nhs.uk, which no page of ours may call, and is licensed to the NHS alone.
function withoutFont(css) {
  const text = css.replace(/@font-face\{[^}]*\}/g, '').replaceAll('Frutiger W01,', '')
  if (/https?:\/\/(?!www\.w3\.org\/)/.test(text)) throw new Error('The style sheet of nhsuk-frontend calls another site.')
  return text.replace(/url\((["']?)\/assets\/[^)]*\)/g, 'none')
}

// The map draws its own marks.
function withoutImages(css) {
  return css.replace(/url\((["']?)images\/[^)]*\)/g, 'none')
}

function move(from, to) {
  try {
    renameSync(from, to)
  } catch (error) {
    // Another build was faster.
    if (!existsSync(to)) throw error
  }
}
