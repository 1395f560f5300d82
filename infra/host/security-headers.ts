import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'

const Csp = z.object({ script: z.array(z.string().regex(/^'sha256-[\w+/=]+'$/)) })

/** The hashes of the inline scripts of a built page, which its build wrote beside it. */
async function inlineScripts(pageFolder: string): Promise<string[]> {
  return Csp.parse(JSON.parse(await readFile(join(pageFolder, 'csp.json'), 'utf8'))).script
}

/** What the pages of `pageFolder` may load and run: their own scripts and nobody else's. */
export async function pagePolicy(pageFolder: string): Promise<string> {
  const hashes = await inlineScripts(pageFolder)
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...hashes].join(' ')}`,
    // Element Plus and the charts set styles on elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/** What a page is told besides; scripts and answers have no use for it. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'referrer-policy': 'same-origin',
  'x-frame-options': 'SAMEORIGIN',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=()',
}

/** Public lists name people for a time only: no search engine may find or keep them. */
export const NOT_FOR_SEARCH = 'noindex, nofollow, noarchive'

export function setPageHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value)
}
