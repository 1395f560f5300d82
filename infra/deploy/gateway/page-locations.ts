import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { COMMON_PROBLEMS } from '@xishan/domain'
import { NOT_FOR_SEARCH, PAGE_HEADERS, pagePolicy } from '../../host/security-headers'

const SHELL = 'portal'
const FILES = String.raw`\.(js|css|json|svg|png|jpg|webp|ico|woff2|txt)$`
const PLAIN = ['add_header X-Content-Type-Options nosniff always;']
const CACHED = [...PLAIN, 'add_header Cache-Control $xishan_cache;']

const location = (match: string, directives: readonly string[]): string => `location ${match} {\n${directives.map((line) => `  ${line}\n`).join('')}}\n`

const distOf = (root: string, line: string): string => join(root, 'apps', line, 'web/dist')

async function pageDirectives(built: string, served: string): Promise<string[]> {
  const headers = Object.entries({ ...PAGE_HEADERS, 'content-security-policy': await pagePolicy(built), 'strict-transport-security': 'max-age=31536000' })
  return [`root ${served};`, 'rewrite ^ /index.html break;', ...CACHED, ...headers.map(([name, value]) => `add_header ${name} "${value}" always;`)]
}

function problem(name: string, code: 'not-found' | 'unavailable'): string {
  const { status, title, detail } = COMMON_PROBLEMS[code]
  const body = JSON.stringify({ type: 'about:blank', title, status, detail, code })
  return location(name, ['types {}', 'default_type application/problem+json;', ...PLAIN, 'add_header Cache-Control no-store always;', `return ${status} '${body}';`])
}

/** The lines whose frontend was built, the shell apart. */
function builtLines(root: string): string[] {
  return readdirSync(join(root, 'apps')).filter((line) => line !== SHELL && existsSync(join(distOf(root, line), 'index.html')))
}

/**
 * The part of nginx's configuration that answers for pages as the embedded host does: each frontend with the policy its build calls for.
 *
 * @param built the root of a repository whose frontends are built
 * @param served where the gateway finds the same folders
 */
export async function pageLocations(built: string, served: string): Promise<string> {
  const shell = distOf(served, SHELL)
  const pages = await pageDirectives(distOf(built, SHELL), shell)
  const lines: string[] = []
  for (const line of builtLines(built)) {
    const root = distOf(served, line)
    lines.push(location(`~ ^/apps/${line}/.*${FILES}`, [`root ${root};`, `rewrite ^/apps/${line}(/.*)$ $1 break;`, ...CACHED]))
    lines.push(location(`~ ^/apps/${line}(/|$)`, await pageDirectives(distOf(built, line), root)))
  }
  return [
    'error_page 404 @not-found;\n',
    problem('@not-found', 'not-found'),
    problem('@unavailable', 'unavailable'),
    location('^~ /vendor/', [`root ${join(served, 'packages/web-kit/dist/vendor')};`, 'rewrite ^/vendor(/.*)$ $1 break;', ...CACHED]),
    location('^~ /public/', [...pages, `add_header X-Robots-Tag "${NOT_FOR_SEARCH}" always;`]),
    ...lines,
    location('~ ^/apps(/|$)', ['return 404;']),
    location(`~ ${FILES}`, [`root ${shell};`, ...CACHED]),
    location('/', pages),
  ].join('\n')
}
