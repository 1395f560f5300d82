import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FrontDoor } from './front-door'

const SCRIPT = 'console.log("西山")\n'.repeat(200)
const MAP_HASH = `'sha256-${createHash('sha256').update('{}').digest('base64')}'`

let root = ''
let door: FrontDoor
let port = 0

function put(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'xishan-door-'))
  for (const [line, title] of Object.entries({ portal: 'portal', 'elderly-care': 'elderly care' })) {
    put(`apps/${line}/web/dist/index.html`, `<!doctype html><title>${title}</title>`)
    put(`apps/${line}/web/dist/csp.json`, JSON.stringify({ script: [MAP_HASH] }))
    put(`apps/${line}/web/dist/assets/page-abcd1234.js`, SCRIPT)
  }
  put('apps/elderly-care/web/dist/remote.json', '{"entry":"assets/page-abcd1234.js","css":[],"preload":[]}')
  put('apps/elderly-care/web/dist/.env', 'SECRET=1')
  put('packages/web-kit/dist/vendor/vue-abcd1234.js', SCRIPT)
  put('secret.json', '{}')
  door = new FrontDoor(root)
  port = await door.listen(0)
  door.open([])
})

afterAll(async () => {
  await door.close()
  rmSync(root, { recursive: true, force: true })
})

interface Answer {
  status: number | undefined
  headers: IncomingMessage['headers']
  body: Buffer
}

/** As written: the platform's fetch would tidy the path first. */
const ask = (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })

describe('pages', () => {
  it.each([
    ['/', 'portal'],
    ['/social-assistance/applications/530112.7', 'portal'],
    ['/public/notices', 'portal'],
    ['/apps/elderly-care/', 'elderly care'],
    ['/apps/elderly-care/residents/1', 'elderly care'],
  ])('%s shows %s', async (path, title) => {
    const { status, headers, body } = await ask(path)
    expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8', cache: 'no-cache' })
    expect(body.toString()).toContain(`<title>${title}</title>`)
  })

  it('without sign-in are kept from search engines, others need it not', async () => {
    expect((await ask('/public/social-assistance/postings')).headers['x-robots-tag']).toBe('noindex, nofollow, noarchive')
    expect((await ask('/')).headers['x-robots-tag']).toBeUndefined()
  })

  it('run their own scripts and the import map, nothing else', async () => {
    const { headers } = await ask('/')
    expect(headers['content-security-policy']).toContain(`script-src 'self' ${MAP_HASH};`)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' })
  })
})

describe('scripts', () => {
  it.each(['/vendor/vue-abcd1234.js', '/assets/page-abcd1234.js', '/apps/elderly-care/assets/page-abcd1234.js'])('%s is kept for good', async (path) => {
    const { status, headers } = await ask(path)
    expect({ status, cache: headers['cache-control'], type: headers['content-type'] }).toEqual({ status: 200, cache: 'public, max-age=31536000, immutable', type: 'text/javascript; charset=utf-8' })
  })

  it.each<[accept: string, encoding: string | undefined, read: (body: Buffer) => Buffer]>([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['', undefined, (body) => body],
  ])('come compressed for who accepts %j', async (accept, encoding, read) => {
    const { headers, body } = await ask('/vendor/vue-abcd1234.js', { 'accept-encoding': accept })
    expect(headers['content-encoding']).toBe(encoding)
    expect(read(body).toString()).toBe(SCRIPT)
  })

  it('are not sent again when nothing changed', async () => {
    const { headers } = await ask('/apps/elderly-care/remote.json')
    const again = await ask('/apps/elderly-care/remote.json', { 'if-none-match': headers.etag })
    expect({ status: again.status, bytes: again.body.length }).toEqual({ status: 304, bytes: 0 })
  })

  it('answer HEAD without a body', async () => {
    const { status, headers, body } = await ask('/vendor/vue-abcd1234.js', {}, 'HEAD')
    expect({ status, length: headers['content-length'], bytes: body.length }).toEqual({ status: 200, length: String(SCRIPT.length + 2 * 2 * 200), bytes: 0 })
  })
})

describe('what is not there', () => {
  it.each([
    '/assets/gone-abcd1234.js',
    '/vendor/gone.js',
    '/vendor/../../../../secret.json',
    '/vendor/..%2f..%2f..%2f..%2fsecret.json',
    '/vendor/%2e%2e/%2e%2e/secret.json',
    '/apps/../secret.json',
    '/apps/elderly-care/.env',
    '/api/nothing',
    '/api/',
    '/apps/funeral-management/',
  ])('%s is a problem with a sentence', async (path) => {
    const { status, headers, body } = await ask(path)
    expect({ status, type: headers['content-type'] }).toEqual({ status: 404, type: 'application/problem+json; charset=utf-8' })
    expect(JSON.parse(body.toString())).toMatchObject({ code: 'not-found', title: '没有找到' })
  })

  it.each(['/%zz', '/%00', '/vendor/%00.js'])('%s is no address', async (path) => {
    expect([400, 404]).toContain((await ask(path)).status)
  })

  it('a page takes no POST', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(404)
  })
})

describe('the port', () => {
  it('is taken at once; until everything runs a page says so', async () => {
    const early = new FrontDoor(root)
    const own = await early.listen(0)
    try {
      const page = await fetch(`http://127.0.0.1:${own}/`)
      expect({ status: page.status, said: (await page.text()).includes('正在启动') }).toEqual({ status: 503, said: true })
      const service = await fetch(`http://127.0.0.1:${own}/api/identity/clock`)
      expect({ status: service.status, problem: await service.json() }).toMatchObject({ status: 503, problem: { code: 'unavailable' } })
    } finally {
      await early.close()
    }
  })

  it('that somebody else has is refused with a sentence', async () => {
    await expect(new FrontDoor(root).listen(port)).rejects.toThrow(`端口 ${port} 已被占用`)
  })
})
