import { Client } from 'pg'
import type { Row } from './archive'

/** Rows a statement writes at most: more would hold the database and the memory too long at once. */
const CHUNK = 2000

/** Parents before children, so that every row finds what it names. Audit entries come first: a row's trigger asks for its own. */
const ORDER = [
  'audit_entry', 'household', 'household_member', 'application', 'application_finances', 'case_step', 'attachment', 'means_check', 'means_check_answer', 'survey', 'posting', 'objection', 'delivery', 'decision', 'benefit',
  'benefit_member', 'benefit_amount', 'parameter_version', 'parameter_proposal', 'number_series',
] as const

interface Column {
  table: string
  name: string
}

/** Writes rows set-wise as the role that owns the tables. */
export class BulkWriter {
  private readonly columns = new Map<string, string[]>()
  written = 0

  private constructor(private readonly client: Client) {}

  static async open(migratorUrl: string, schema: string): Promise<BulkWriter> {
    const client = new Client({ connectionString: migratorUrl, options: `-c search_path=${schema} -c TimeZone=UTC -c synchronous_commit=off` })
    await client.connect()
    const writer = new BulkWriter(client)
    await writer.learnColumns()
    return writer
  }

  /** All tables' rows in one transaction: entries of the audit and the rows they speak of belong together. */
  async write(tables: ReadonlyMap<string, Row[]>): Promise<void> {
    const unknown = [...tables.keys()].find((table) => !ORDER.some((known) => known === table))
    if (unknown) throw new RangeError(`in which order is ${unknown} written?`)
    await this.client.query('begin')
    try {
      for (const table of ORDER) await this.insert(table, tables.get(table) ?? [])
      await this.client.query('commit')
    } catch (error) {
      await this.client.query('rollback')
      throw error
    }
  }

  /** Lets the database plan by what is there now. */
  async finish(): Promise<void> {
    await this.client.query('analyze')
  }

  async close(): Promise<void> {
    await this.client.end()
  }

  private async insert(table: string, rows: readonly Row[]): Promise<void> {
    const columns = this.columns.get(table)
    if (!columns) throw new RangeError(`no table ${table}`)
    const list = columns.map((name) => `"${name}"`).join(', ')
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK)
      await this.client.query(`insert into "${table}" (${list}) select ${list} from json_populate_recordset(null::"${table}", $1::json)`, [JSON.stringify(chunk)])
      this.written += chunk.length
    }
  }

  /** Columns that the database does not fill by itself. */
  private async learnColumns(): Promise<void> {
    const { rows } = await this.client.query<Column>(
      `select table_name as table, column_name as name from information_schema.columns
       where table_schema = current_schema() and is_identity = 'NO' and column_default is null and table_name = any($1) order by ordinal_position`,
      [[...ORDER]],
    )
    for (const { table, name } of rows) this.columns.set(table, [...(this.columns.get(table) ?? []), name])
  }
}
