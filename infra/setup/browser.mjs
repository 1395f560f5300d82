import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { run, runTool } from './run.mjs'
import { ROOT } from './workspace.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'microsoft-edge-stable', 'msedge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Playwright's own downloads, newest first. */
function playwrightBrowsers() {
  const home = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright')
  if (!existsSync(home)) return []
  const builds = readdirSync(home).filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name)).sort().reverse()
  return builds.flatMap((build) => ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-linux/headless_shell'].map((program) => join(home, build, program)))
}

/** The path of a Chromium, Chrome or Edge on this machine; undefined when there is none. */
export function findBrowser() {
  const named = process.env.CHROME_PATH
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...(named ? [named] : []), ...onPath, ...PLACES, ...playwrightBrowsers()].find((path) => existsSync(path))
}

/** A browser that is there may still lack its libraries. */
async function findWorkingBrowser() {
  const found = findBrowser()
  if (!found) return undefined
  const { status } = await run(found, ['--version'], { timeoutMs: 30_000 })
  return status === 0 ? found : undefined
}

const canInstallPackages = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/**
 * @param {string[]} names
 * @returns {Promise<boolean>}
 */
async function installPackages(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env, timeoutMs: 300_000 })
  const { status } = await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...names], { env, timeoutMs: 900_000 })
  return status === 0
}

/**
 * An installed browser, else Playwright's own, else the Debian package.
 *
 * @returns {Promise<string | undefined>}
 */
export async function ensureBrowser() {
  const installed = await findWorkingBrowser()
  if (installed) return installed
  await runTool('playwright-core', ['install', 'chromium'], { timeoutMs: 300_000 })
  const downloaded = await findWorkingBrowser()
  if (downloaded) return downloaded
  if (canInstallPackages()) await installPackages(['chromium', 'fonts-noto-cjk'])
  return findWorkingBrowser()
}

async function hasChineseFont() {
  const { status, output } = await run('fc-list', [':lang=zh', 'family'], { timeoutMs: 60_000 })
  return status === 0 && output.trim() !== ''
}

/**
 * Settings of fontconfig that add the font of an npm package, for a machine where none can be installed.
 *
 * @returns {string} the file to name in FONTCONFIG_FILE
 */
export function bundledFonts() {
  const file = join(ROOT, 'node_modules/.cache/fonts.conf')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${join(ROOT, 'node_modules/@expo-google-fonts/noto-sans-sc')}</dir>
<cachedir>${join(ROOT, 'node_modules/.cache/fontconfig')}</cachedir>
</fontconfig>\n`,
  )
  return file
}

/** Without a Chinese font the browser shows boxes. */
export async function ensureChineseFont() {
  if (await hasChineseFont()) return true
  if (canInstallPackages()) await installPackages(['fontconfig', 'fonts-noto-cjk'])
  return hasChineseFont()
}
