import type { Route } from '@xishan/domain'

type QueryValue = string | number | boolean | null | undefined

/** The parts of a call, as loose as the wire; the typed face is in client.ts. */
export interface CallParts {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  file?: File
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Empty values are left out, lists repeat their name. */
export function queryString(query: Record<string, unknown> = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const values: unknown[] = Array.isArray(value) ? value : [value]
    for (const one of values) if (!isEmpty(one)) search.append(name, String(one as QueryValue))
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** @throws RangeError when a path parameter is missing: an address must not silently become another one. */
export function address(line: string, route: Route, { params = {}, query }: CallParts): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    if (isEmpty(params[name])) throw new RangeError(`${route.method} ${route.path} lacks ${name}`)
    return encodeURIComponent(String(params[name]))
  })
  return `/api/${line}${path}${queryString(query)}`
}

export interface Payload {
  body: string | FormData | undefined
  contentType: string | undefined
}

/** JSON, or multipart with the file last, so that the service knows the fields before it reads the file. */
export function payload(route: Route, { body, file }: CallParts): Payload {
  if (!route.upload) return body === undefined ? { body: undefined, contentType: undefined } : { body: JSON.stringify(body), contentType: 'application/json' }
  const form = new FormData()
  for (const [name, value] of Object.entries(body ?? {})) if (!isEmpty(value)) form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  if (file) form.append('file', file)
  return { body: form, contentType: undefined }
}

/** What makes two presses of a button the same submission. */
export const fingerprint = (method: string, url: string, { body, file }: CallParts): string =>
  JSON.stringify([method, url, body, file && [file.name, file.size, file.lastModified]])
