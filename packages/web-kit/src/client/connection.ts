import { ApiProblem, isCancelled, problemFrom, unreachable } from './api-problem'
import { SubmissionKeys } from './submission-keys'
import { sendWithProgress } from './upload'

export interface Outgoing {
  method: string
  url: string
  body: string | FormData | undefined
  contentType: string | undefined
  /** Identifies a submission; reads have none. */
  submission: string | undefined
  signal: AbortSignal | undefined
  onProgress: ((percent: number) => void) | undefined
}

const EXPIRED = 'token-expired'
const SIGNED_OUT = 'not-signed-in'

/**
 * The way to the services of one origin: renews an expired token once for all waiting calls, asks for a new sign-in when the
 * session is gone, and keeps the keys of submissions with an unknown outcome.
 */
export class Connection {
  /** Set by the shell: shows the sign-in over the page, answers whether the same person is back. */
  signInAgain: (() => Promise<boolean>) | undefined
  private readonly keys = new SubmissionKeys()
  private renewal: Promise<boolean> | undefined
  private returning: Promise<boolean> | undefined

  constructor(private readonly origin = '') {}

  /** @throws ApiProblem, or AbortError when the caller's signal fires. */
  async send(outgoing: Outgoing): Promise<Response> {
    const response = await this.settled(outgoing)
    if (response.ok) return response
    const problem = problemFrom(response.status, await response.text())
    if (!(await this.canRepeat(problem, outgoing))) throw problem
    const repeated = await this.settled(outgoing)
    if (repeated.ok) return repeated
    throw problemFrom(repeated.status, await repeated.text())
  }

  private async canRepeat(problem: ApiProblem, { url }: Outgoing): Promise<boolean> {
    if (url.startsWith('/api/identity/session')) return false
    if (problem.code === EXPIRED) return (await this.renew()) || this.comeBack()
    return problem.code === SIGNED_OUT ? this.comeBack() : false
  }

  private renew(): Promise<boolean> {
    this.renewal ??= this.fetch({ method: 'POST', url: '/api/identity/session/refresh' }, undefined)
      .then((response) => response.ok)
      .finally(() => (this.renewal = undefined))
    return this.renewal
  }

  private comeBack(): Promise<boolean> {
    if (!this.signInAgain) return Promise.resolve(false)
    this.returning ??= this.signInAgain().finally(() => (this.returning = undefined))
    return this.returning
  }

  /** Sends once; a submission's key is given up as soon as the service itself has said yes or no. */
  private async settled(outgoing: Outgoing): Promise<Response> {
    const { submission } = outgoing
    const response = await this.fetch(outgoing, submission && this.keys.keyFor(submission))
    const undecided = response.status >= 500 || response.status === 401
    if (submission && !undecided) this.keys.settle(submission)
    return response
  }

  private async fetch({ method, url, body, contentType, signal, onProgress }: Partial<Outgoing> & { method: string; url: string }, key: string | undefined): Promise<Response> {
    const headers = new Headers({ accept: 'application/json, application/problem+json, */*;q=0.5' })
    if (contentType) headers.set('content-type', contentType)
    if (key) headers.set('idempotency-key', key)
    try {
      if (onProgress && body) return await sendWithProgress({ method, url: this.origin + url, headers, body, signal, onProgress })
      return await fetch(this.origin + url, { method, headers, body: body ?? null, signal: signal ?? null, credentials: 'same-origin' })
    } catch (thrown) {
      throw isCancelled(thrown) ? thrown : unreachable()
    }
  }
}

/** The page's own origin. */
export const connection = new Connection()
