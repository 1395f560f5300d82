import { Client } from 'pg'
import type { Row } from './archive'

/** Rows a statement writes at most: more would hold the database and the memory too long at once. */
const CHUNK = 2000

/** A line's tables as they are written in bulk. */
export interface BulkTables {
  schema: string
  /** Parents before children, so that every row finds what it names. Audit entries come first: a row's trigger asks for its own. */
  order: readonly string[]
  /** Whom a search box finds, by the column that holds the name: those terms are written set-wise, after the rows. */
  found: Readonly<Record<string, string>>
}

export const ASSISTANCE: BulkTables = {
  schema: 'social_assistance',
  order: [
    'audit_entry', 'household', 'household_member', 'application', 'application_finances', 'case_step', 'attachment', 'means_check', 'means_check_answer', 'survey', 'posting', 'objection', 'delivery', 'decision', 'benefit',
    'benefit_member', 'benefit_amount', 'benefit_change', 'change_delivery', 'parameter_version', 'parameter_proposal', 'number_series',
  ],
  found: { application: 'applicant_name', household: 'applicant_name', benefit: 'applicant_name', benefit_change: 'applicant_name' },
}

export const FUNERALS: BulkTables = {
  schema: 'funeral_management',
  order: [
    'audit_entry', 'facility', 'zone', 'plot', 'death', 'death_report', 'case_step', 'cremation', 'disposition', 'grave_contract', 'registration_office', 'office_grade', 'quality_sample', 'sampled_file', 'outbox', 'outbox_delivery',
    'number_series',
  ],
  found: { facility: 'name', death: 'deceased_name', cremation: 'deceased_name', disposition: 'deceased_name', grave_contract: 'holder_name' },
}

/** Lets the database plan by what is there now. Until it knows how many lines a batch has, a month takes it minutes. */
export async function analyse(migratorUrl: string, { schema }: BulkTables): Promise<void> {
  const client = new Client({ connectionString: migratorUrl, options: `-c search_path=${schema}` })
  await client.connect()
  await client.query('analyze').finally(() => client.end())
}

interface Column {
  table: string
  name: string
  /** What the database fills in by itself where no row says otherwise. */
  defaulted: boolean
}

/** Writes rows set-wise as the role that owns the tables. */
export class BulkWriter {
  private readonly columns = new Map<string, Column[]>()
  written = 0

  private constructor(
    private readonly client: Client,
    private readonly tables: BulkTables,
  ) {}

  static async open(migratorUrl: string, tables: BulkTables): Promise<BulkWriter> {
    // Plans are kept from when the tables are empty: without indexes they would read them from end to end.
    const client = new Client({ connectionString: migratorUrl, options: `-c search_path=${tables.schema} -c TimeZone=UTC -c synchronous_commit=off -c enable_seqscan=off` })
    await client.connect()
    const writer = new BulkWriter(client, tables)
    await writer.learnColumns()
    for (const table of Object.keys(tables.found)) await client.query(`alter table ${table} disable trigger keep_search_terms_of_new`)
    return writer
  }

  /** All tables' rows in one transaction: entries of the audit and the rows they speak of belong together. */
  async write(rows: ReadonlyMap<string, Row[]>): Promise<void> {
    const unknown = [...rows.keys()].find((table) => !this.tables.order.includes(table))
    if (unknown) throw new RangeError(`in which order is ${unknown} written?`)
    await this.client.query('begin')
    try {
      for (const table of this.tables.order) await this.insert(table, rows.get(table) ?? [])
      await this.client.query('commit')
    } catch (error) {
      await this.client.query('rollback')
      throw error
    }
  }

  /** What a search finds the rows by, and plans by what is there now. From here on the service's own use cases may write. */
  async finish(): Promise<void> {
    for (const [table, name] of Object.entries(this.tables.found)) {
      await this.client.query(
        `insert into search_term (subject, term, number, subject_id, division_code)
         select '${table}', term, r.number, r.id, r.division_code from ${table} r, search_terms_of(r.${name}, r.number) term where term is not null order by term, r.number`,
      )
      await this.client.query(`alter table ${table} enable trigger keep_search_terms_of_new`)
    }
    await this.client.query('analyze')
  }

  async close(): Promise<void> {
    await this.client.end()
  }

  private async insert(table: string, rows: readonly Row[]): Promise<void> {
    const columns = this.columns.get(table)
    if (!columns) throw new RangeError(`no table ${table}`)
    const said = rows[0] ?? {}
    const list = columns.flatMap(({ name, defaulted }) => (!defaulted || name in said ? [`"${name}"`] : [])).join(', ')
    for (let from = 0; from < rows.length; from += CHUNK) {
      const chunk = rows.slice(from, from + CHUNK)
      await this.client.query(`insert into "${table}" (${list}) select ${list} from json_populate_recordset(null::"${table}", $1::json)`, [JSON.stringify(chunk)])
      this.written += chunk.length
    }
  }

  private async learnColumns(): Promise<void> {
    const { rows } = await this.client.query<Column>(
      `select table_name as table, column_name as name, column_default is not null as defaulted from information_schema.columns
       where table_schema = current_schema() and is_identity = 'NO' and table_name = any($1) order by ordinal_position`,
      [this.tables.order],
    )
    for (const column of rows) this.columns.set(column.table, [...(this.columns.get(column.table) ?? []), column])
  }
}
