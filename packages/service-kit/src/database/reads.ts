import { DomainProblem, scopeRange, type Actor, type Page } from '@xishan/domain'
import { DatabaseError, type Client } from 'pg'
import { connect } from './connect'

export interface PageRequest {
  after?: string | undefined
  limit: number
}

const CONNECTIONS = 2

/** Who reads; without an id nobody in particular, who sees no closed file. */
export type Reader = Pick<Actor, 'scope'> & Partial<Pick<Actor, 'id'>>

/**
 * Every read of a service: typed rows from SQL, in a READ ONLY transaction under the actor's row security. Begin, scope, query
 * and commit leave in one write, so that row security costs no round trip; several reads share a connection one after another.
 */
export class Reads {
  private readonly clients: (Promise<Client> | undefined)[] = Array.from({ length: CONNECTIONS }, () => undefined)
  private readonly pending = Array.from({ length: CONNECTIONS }, () => 0)
  private closed = false

  constructor(
    private readonly url: string,
    private readonly schema: string,
    private readonly clock: { today(): Promise<string> },
  ) {}

  async query<T>(actor: Reader, sql: string, parameters: unknown[] = []): Promise<T[]> {
    const settings = await this.settingsOf(actor)
    const slot = this.leastBusy()
    this.expect(slot, 1)
    try {
      const client = await this.client(slot)
      const begin = client.query(`begin read only; ${settings}`)
      const rows = client.query(sql, parameters)
      const commit = client.query('commit')
      const [begun, result, ended] = await Promise.allSettled([begin, rows, commit])
      if (result.status === 'rejected') throw result.reason
      if (begun.status === 'rejected') throw begun.reason
      if (ended.status === 'rejected') throw ended.reason
      return result.value.rows as T[]
    } finally {
      this.expect(slot, -1)
    }
  }

  /** What row security goes by: where, who, on which business date. */
  private async settingsOf({ scope, id = '' }: Reader): Promise<string> {
    const { from, to } = scopeRange(scope)
    return `set local app.scope = '${from}'; set local app.scope_end = '${to}'; set local app.actor = '${id.replaceAll("'", "''")}'; set local app.today = '${await this.clock.today()}'`
  }

  /** Counts the reads that a connection still owes. */
  private expect(slot: number, change: 1 | -1): void {
    this.pending[slot] = (this.pending[slot] ?? 0) + change
  }

  async one<T>(actor: Reader, sql: string, parameters: unknown[] = []): Promise<T> {
    const [row] = await this.query<T>(actor, sql, parameters)
    if (row === undefined) throw new DomainProblem('not-found')
    return row
  }

  /**
   * Asks for one row more than the page holds, to know whether there is a next one. The statement selects `cursor`, the row's
   * sort key as text with its parts joined by `|`, the last one unique; and it takes its limit as the last parameter.
   */
  async page<T extends object>(actor: Reader, request: PageRequest, sql: string, parameters: unknown[]): Promise<Page<T>> {
    const found = await this.query<T & { cursor: string }>(actor, sql, [...parameters, request.limit + 1]).catch((error: unknown) => {
      throw request.after !== undefined && isDataException(error) ? new DomainProblem('malformed-request') : error
    })
    const rows = found.slice(0, request.limit)
    const last = rows.at(-1)
    return { rows, next: found.length > request.limit && last ? Buffer.from(last.cursor).toString('base64url') : null }
  }

  /** Server side rows in batches, for exports, on a connection of its own. */
  async *stream<T>(actor: Reader, sql: string, parameters: unknown[] = [], batch = 1000): AsyncGenerator<T[]> {
    const settings = await this.settingsOf(actor)
    const client = await connect(this.url, this.schema)
    try {
      await client.query(`begin read only; ${settings}; set local statement_timeout = 0`)
      await client.query(`declare export no scroll cursor for ${sql}`, parameters)
      for (;;) {
        const { rows } = await client.query(`fetch ${batch} from export`)
        if (rows.length === 0) return
        yield rows as T[]
      }
    } finally {
      await client.end()
    }
  }

  async close(): Promise<void> {
    this.closed = true
    await Promise.allSettled(this.clients.map(async (client) => (await client)?.end()))
  }

  private leastBusy(): number {
    return this.pending.indexOf(Math.min(...this.pending))
  }

  private client(slot: number): Promise<Client> {
    if (this.closed) throw new DomainProblem('unavailable')
    const connected = this.clients[slot] ?? this.open(slot)
    this.clients[slot] = connected
    return connected
  }

  private async open(slot: number): Promise<Client> {
    try {
      const client = await connect(this.url, this.schema, true)
      const forget = () => {
        this.clients[slot] = undefined
      }
      client.on('error', forget)
      client.on('end', forget)
      return client
    } catch (error) {
      this.clients[slot] = undefined
      throw error
    }
  }
}

/** SQLSTATE class 22: a value that its column's type cannot hold, such as another list's cursor. */
const isDataException = (error: unknown): boolean => error instanceof DatabaseError && error.code?.startsWith('22') === true

/** The sort key in a cursor, split at `|`. @throws DomainProblem `malformed-request` when it is not one of ours. */
export function cursorParts(after: string | undefined, count: number): string[] | null {
  if (after === undefined) return null
  const parts = Buffer.from(after, 'base64url').toString('utf8').split('|')
  if (parts.length !== count || parts.some((part) => part.includes('\u0000'))) throw new DomainProblem('malformed-request')
  return parts
}
