import { randomUUID } from 'node:crypto'
import type { Role, Route } from '@xishan/domain'

/** A request as the wire carries it, good or bad. */
export interface Request {
  params?: Record<string, string>
  /** The path as it stands, instead of the route's with its parameters. */
  path?: string
  query?: Record<string, string>
  /** JSON unless it is text already. */
  body?: unknown
  raw?: string | FormData
  headers?: Record<string, string>
  key?: string
}

export interface Reply {
  status: number
  type: string
  body: unknown
}

export type Send = (role: Role | null, route: Route, request: Request) => Promise<Reply>

/** The part of a request that every way of sending shares: address after `/api/<line>`, headers and body. */
export function wire(route: Route, { params = {}, path, query = {}, body, raw, headers = {}, key }: Request): { address: string; init: { method: string; headers: Record<string, string>; body?: string | FormData } } {
  const filled = path ?? route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? randomUUID()))
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  return {
    address: `${filled}${Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''}`,
    init: {
      method: route.method,
      headers: {
        ...(route.method === 'GET' ? {} : { 'idempotency-key': key ?? randomUUID() }),
        ...(typeof content === 'string' ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
    },
  }
}

export async function received(response: Response): Promise<Reply> {
  const type = response.headers.get('content-type') ?? ''
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, type, body: type.includes('json') ? JSON.parse(bytes.toString('utf8')) : bytes }
}

/** At most so many at once, each result in its place. */
export async function inParallel<T, R>(things: readonly T[], task: (thing: T) => Promise<R>, width = 8): Promise<R[]> {
  const results: R[] = []
  const waiting = things.entries()
  const work = async () => {
    for (const [index, thing] of waiting) results[index] = await task(thing)
  }
  await Promise.all(Array.from({ length: width }, work))
  return results
}
