import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const COMPRESSIBLE = /\.(html|js|css|json|svg|txt)$/
/** Names that change with their content: `remote-BGE0tVK4.js`. */
const HASHED = /-[\w-]{8}\.\w+$/
const WORTH_BYTES = 1024

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

export interface Found {
  path: string
  size: number
  etag: string
}

/** The file at `path` under `folder`; undefined for anything outside it, hidden or absent. */
export async function findFile(folder: string, path: string): Promise<Found | undefined> {
  const parts = path.split('/').filter(Boolean)
  if (parts.some((part) => part.startsWith('.') || /[\\\0]/.test(part))) return undefined
  const file = join(folder, ...parts)
  try {
    const entry = await stat(file)
    if (!entry.isFile() || !TYPES[extname(file)]) return undefined
    return { path: file, size: entry.size, etag: `${entry.size.toString(36)}-${Math.trunc(entry.mtimeMs).toString(36)}` }
  } catch {
    return undefined
  }
}

/** Whether the path names a file rather than a page. */
export const namesFile = (path: string): boolean => TYPES[extname(path)] !== undefined && !path.endsWith('.html')

type Encoding = 'br' | 'gzip'

function acceptedEncoding({ headers }: IncomingMessage): Encoding | undefined {
  const accepted = String(headers['accept-encoding'] ?? '')
    .split(',')
    .filter((entry) => !/;\s*q=0(\.0*)?\s*$/.test(entry))
    .map((entry) => entry.split(';')[0]?.trim())
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
}

/** Compressed files as they were first asked for; a changed file has another etag. */
const compressed = new Map<string, Promise<Buffer>>()

async function compress({ path }: Found, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return toGzip(await readFile(path))
  const prepared = await readFile(`${path}.br`).catch(() => undefined)
  return prepared ?? toBrotli(await readFile(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
}

function compressOnce(file: Found, encoding: Encoding): Promise<Buffer> {
  const key = `${encoding} ${file.path} ${file.etag}`
  const known = compressed.get(key)
  if (known) return known
  const made = compress(file, encoding)
  compressed.set(key, made)
  made.catch(() => compressed.delete(key))
  return made
}

/** Answers with the file: compressed, cached for good when its name carries its hash, otherwise checked by its etag. */
export async function sendFile(request: IncomingMessage, response: ServerResponse, file: Found, status = 200): Promise<void> {
  const encoding = COMPRESSIBLE.test(file.path) && file.size >= WORTH_BYTES ? acceptedEncoding(request) : undefined
  const etag = `"${file.etag}${encoding ? `-${encoding}` : ''}"`
  response.setHeader('content-type', TYPES[extname(file.path)] ?? 'application/octet-stream')
  response.setHeader('cache-control', HASHED.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('vary', 'accept-encoding')
  response.setHeader('etag', etag)
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304).end()
    return
  }
  const body = encoding ? await compressOnce(file, encoding) : undefined
  if (encoding) response.setHeader('content-encoding', encoding)
  response.setHeader('content-length', body?.length ?? file.size)
  response.writeHead(status)
  if (request.method === 'HEAD') response.end()
  else if (body) response.end(body)
  else await pipeline(createReadStream(file.path), response)
}
