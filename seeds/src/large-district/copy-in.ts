import type { Client, Connection, Submittable } from 'pg'

type Value = string | number | boolean | null

/** What the driver's connection can do in the midst of COPY, beside what its types tell. */
interface Copying {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

const escaped = (value: Value): string => (value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (character) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n' })[character] ?? '\\r'))

/** One `COPY … FROM STDIN`: the quickest way into a table. */
class CopyIn implements Submittable {
  readonly done: Promise<void>
  private settle: (error?: Error) => void = () => undefined

  constructor(
    private readonly text: string,
    private readonly content: Buffer,
  ) {
    this.done = new Promise((resolve, reject) => {
      this.settle = (error) => (error ? reject(error) : resolve())
    })
  }

  submit(connection: Connection): void {
    connection.query(this.text)
  }

  handleCopyInResponse(connection: Copying): void {
    connection.sendCopyFromChunk(this.content)
    connection.endCopyFrom()
  }

  handleError(error: Error): void {
    this.settle(error)
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.settle()
  }
}

export async function copyInto(client: Client, table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<void> {
  if (rows.length === 0) return
  const content = Buffer.from(rows.map((row) => `${row.map(escaped).join('\t')}\n`).join(''))
  await client.query(new CopyIn(`copy "${table}" (${columns.join(', ')}) from stdin`, content)).done
}
