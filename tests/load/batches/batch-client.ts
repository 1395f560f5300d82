/** Talks to the line as its people do. */
export class BatchClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  async call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  /** A new batch of the next open month. */
  async create(): Promise<string> {
    const { month } = await this.call<{ month: string }>('GET', '/batches/next')
    return (await this.call<{ id: string }>('POST', '/batches', { kind: 'REGULAR', month })).id
  }

  /** Seconds from pressing the button to the calculated batch. */
  async calculate(id: string): Promise<number> {
    const { version } = await this.detail(id)
    const begun = performance.now()
    await this.call('POST', `/batches/${id}/calculate`, { version })
    for (;;) {
      const { state, calculation } = await this.detail(id)
      if (state === 'CALCULATED') return (performance.now() - begun) / 1000
      if (state !== 'CALCULATING' || calculation?.isStanding) throw new Error(`the calculation ended in ${state}: ${calculation?.error ?? ''}`)
      await pause(100)
    }
  }

  detail(id: string): Promise<{ state: string; version: number; lines: number; calculation: { isStanding: boolean; error: string | null } | null }> {
    return this.call('GET', `/batches/${id}`)
  }

  /** Runs a job to its end. */
  async follow(job: string): Promise<void> {
    for (;;) {
      const { state, error } = await this.call<{ state: string; error: string | null }>('GET', `/jobs/${job}`)
      if (state === 'done') return
      if (state !== 'waiting' && state !== 'running') throw new Error(`job ${state}: ${error ?? ''}`)
      await pause(100)
    }
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
