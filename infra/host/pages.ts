import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { NOT_FOR_SEARCH, pagePolicy, setPageHeaders } from './security-headers'
import { findFile, namesFile, sendFile } from './static-files'

const SHELL = 'portal'

/** The built frontends and the vendor build, as they are addressed. */
export class Pages {
  private readonly policies = new Map<string, Promise<string>>()

  constructor(private readonly root: string) {}

  /** Answers a GET or HEAD request for a page, a script, a style; anything else that looks like a page is the portal's. */
  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    const vendor = /^\/vendor(\/.*)$/.exec(path)?.[1]
    if (vendor) return this.sendFrom(join(this.root, 'packages/web-kit/dist/vendor'), vendor, request, response)
    const [, line, rest] = /^\/apps\/([a-z-]+)(\/.*)?$/.exec(path) ?? []
    if (line) return this.sendApp(this.distOf(line), rest ?? '/', request, response)
    if (path.startsWith('/public/')) response.setHeader('x-robots-tag', NOT_FOR_SEARCH)
    return this.sendApp(this.distOf(SHELL), path, request, response)
  }

  private distOf(line: string): string {
    return join(this.root, 'apps', line, 'web/dist')
  }

  private async sendFrom(folder: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const file = await findFile(folder, path)
    if (!file) return false
    await sendFile(request, response, file)
    return true
  }

  /** A script or picture is there or not; any other path is the frontend's own to show. */
  private async sendApp(folder: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (namesFile(path)) return this.sendFrom(folder, path, request, response)
    const page = await findFile(folder, 'index.html')
    if (!page) return false
    setPageHeaders(response)
    response.setHeader('content-security-policy', await this.policyOf(folder, page.etag))
    await sendFile(request, response, page)
    return true
  }

  private policyOf(folder: string, etag: string): Promise<string> {
    const key = `${folder} ${etag}`
    const known = this.policies.get(key) ?? pagePolicy(folder)
    this.policies.set(key, known)
    known.catch(() => this.policies.delete(key))
    return known
  }
}
