import type { Contract, Permissions, Route, RouteAnswer, RouteCall, Routes } from '@xishan/domain'
import { connection, type Connection } from './connection'
import { fileName, type Download } from './download'
import { address, fingerprint, payload, type CallParts } from './request'

export interface CallOptions {
  signal?: AbortSignal
  /** Percent of the upload that has left. */
  onProgress?: (percent: number) => void
}

type Answer<R extends Route> = R['answer'] extends 'file' ? Download : RouteAnswer<R>
type WithFile<R extends Route> = R['upload'] extends true ? RouteCall<R> & { file: File } : RouteCall<R>
/** Parts whose every member may be left out may be left out themselves. */
type OptionalKeys<T> = { [K in keyof T]-?: object extends T[K] ? K : undefined extends T[K] ? K : never }[keyof T]
type Arguments<T> = Omit<T, OptionalKeys<T>> & Partial<Pick<T, OptionalKeys<T>>>
type Call<R extends Route, A = Arguments<WithFile<R>>> = object extends A
  ? (parts?: A, options?: CallOptions) => Promise<Answer<R>>
  : (parts: A, options?: CallOptions) => Promise<Answer<R>>

export type Client<R extends Routes> = { readonly [K in keyof R]: Call<R[K]> }

async function readAnswer(route: Route, response: Response): Promise<unknown> {
  if (route.answer === 'nothing' || response.status === 204) return undefined
  if (route.answer !== 'file') return response.json()
  return { blob: await response.blob(), name: fileName(response.headers.get('content-disposition'), route.summary) }
}

/**
 * One method per route of the contract: `await api.submitApplication({ body })`.
 * @throws ApiProblem for every refusal and for a broken connection; AbortError when `signal` fires.
 */
export function client<R extends Routes, P extends Permissions>(contract: Contract<R, P>, way: Connection = connection): Client<R> {
  const call =
    (route: Route) =>
    async (parts: CallParts = {}, { signal, onProgress }: CallOptions = {}): Promise<unknown> => {
      const url = address(contract.line, route, parts)
      const submission = route.method === 'GET' ? undefined : fingerprint(route.method, url, parts)
      const response = await way.send({ method: route.method, url, ...payload(route, parts), submission, signal, onProgress })
      return readAnswer(route, response)
    }
  // The one place where the loose wire meets the types: each entry is made from the very route its type is inferred from.
  return Object.fromEntries(Object.entries(contract.routes).map(([name, route]) => [name, call(route)])) as Client<R>
}
