import { AsyncLocalStorage } from 'node:async_hooks'

/** What a unit of work needs to know of the request it runs in. Jobs have none. */
export interface RequestContext {
  requestId: string
  idempotencyKey?: string
  /** Digest of method, path and body, to tell a repetition from a key used for something else. */
  digest: () => string
  /** One request is one unit of work; its key is spent by the first. */
  keySpent: boolean
}

export const requestContext = new AsyncLocalStorage<RequestContext>()
