import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { COMMON_PROBLEMS } from '@xishan/domain'
import type { ServiceApp } from '@xishan/service-kit'
import { Pages } from './pages'
import { codeOf, Refusal } from './refusal'

const GRACE_MS = 3000

const STARTING = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>正在启动</title><body style="font-family:sans-serif;display:grid;place-items:center;height:100vh;margin:0"><p>系统正在启动，请稍候……</p>`

/** As much of a service as the door needs. */
export type Answering = Pick<ServiceApp, 'line' | 'handle'>

/** One port for every service and page: `/api/<line>/…` goes to the line's service, everything else is a page. */
export class FrontDoor {
  private readonly server: Server
  private services: Map<string, Answering> | undefined
  private readonly pages: Pages

  constructor(root: string) {
    this.pages = new Pages(root)
    this.server = createServer((request, response) => {
      this.receive(request, response).catch(() => this.fail(response))
    })
  }

  /**
   * Takes the port at once, so that nobody else can; until `open` every request hears that we are starting.
   * @returns the port, which the system chose when 0 was asked for
   * @throws Refusal when the port cannot be had
   */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(port, () => resolve())
    }).catch((error: unknown) => {
      if (codeOf(error) === 'EADDRINUSE') throw new Refusal(`端口 ${port} 已被占用，请停止占用它的程序，或用 PORT 换一个端口。`, `port ${port} is taken`)
      throw new Refusal(`端口 ${port} 不能使用：${codeOf(error)}。`, `port ${port} cannot be used`)
    })
    const address: AddressInfo | string | null = this.server.address()
    return typeof address === 'object' && address ? address.port : port
  }

  open(services: readonly Answering[]): void {
    this.services = new Map(services.map((service) => [service.line, service]))
  }

  /** Answers what has been asked, then closes; whoever takes longer is cut off. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()))
    this.server.closeIdleConnections()
    const cut = setTimeout(() => this.server.closeAllConnections(), GRACE_MS)
    await closed
    clearTimeout(cut)
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = readPath(request.url)
    response.setHeader('x-content-type-options', 'nosniff')
    if (path === undefined) return problem(response, 'malformed-request')
    if (/^\/api(\/|$)/.test(path)) return this.callService(path.split('/')[2], request, response)
    if (!this.services) return starting(response)
    if ((request.method !== 'GET' && request.method !== 'HEAD') || /\/\.|\0/.test(path)) return problem(response, 'not-found')
    if (!(await this.pages.answer(request, response, path))) problem(response, 'not-found')
  }

  private callService(line: string | undefined, request: IncomingMessage, response: ServerResponse): void {
    if (!this.services) return problem(response, 'unavailable')
    const service = line ? this.services.get(line) : undefined
    if (service) service.handle(request, response)
    else problem(response, 'not-found')
  }

  private fail(response: ServerResponse): void {
    if (response.headersSent) response.destroy()
    else problem(response, 'unavailable')
  }
}

/** The decoded path; undefined when it is not one. */
function readPath(url: string | undefined): string | undefined {
  try {
    return decodeURIComponent((url ?? '/').split(/[?#]/)[0] ?? '/')
  } catch {
    return undefined
  }
}

function starting(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2', 'cache-control': 'no-store' }).end(STARTING)
}

function problem(response: ServerResponse, code: 'malformed-request' | 'not-found' | 'unavailable'): void {
  const { status, title, detail } = COMMON_PROBLEMS[code]
  response.writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ type: 'about:blank', title, status, detail, code }))
}
