import { randomUUID } from 'node:crypto'
import type { Problem, Route, RouteAnswer } from '@xishan/domain'

interface Sent {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
}

export interface Received<R extends Route> {
  status: number
  body: (R['answer'] extends 'nothing' ? object : RouteAnswer<R>) & Partial<Problem>
  headers: Headers
}

interface Cookie {
  value: string
  path: string
  attributes: string
}

/** As much of a browser as cookies and origins need. */
export class Browser {
  readonly cookies = new Map<string, Cookie>()

  constructor(
    private readonly origin: string,
    private readonly base: string,
    /** Where the request seems to come from; behind a gateway on the same machine that is what counts. */
    private readonly address = '10.0.0.1',
  ) {}

  async send<R extends Route>(route: R, { params = {}, query = {}, body, headers = {} }: Sent = {}): Promise<Received<R>> {
    const path = `${this.base}${route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`
    const response = await this.fetch(`${path}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`, {
      method: route.method,
      headers: {
        ...(route.method === 'GET' ? {} : { origin: this.origin, 'idempotency-key': randomUUID() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: JSON.parse(text === '' ? '{}' : text), headers: response.headers }
  }

  async fetch(target: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}): Promise<Response> {
    const url = new URL(target, this.origin)
    const cookie = [...this.cookies].filter(([, { path }]) => url.origin === this.origin && url.pathname.startsWith(path)).map(([name, { value }]) => `${name}=${value}`)
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { 'x-forwarded-for': this.address, ...(cookie.length > 0 ? { cookie: cookie.join('; ') } : {}), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return response
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/)
    const equals = pair.indexOf('=')
    const path = attributes.find((each) => each.startsWith('Path='))?.slice(5) ?? '/'
    const name = pair.slice(0, equals)
    const value = pair.slice(equals + 1)
    if (value === '') this.cookies.delete(name)
    else this.cookies.set(name, { value, path, attributes: attributes.join('; ') })
  }
}
