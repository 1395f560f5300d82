import { chainHash, newId, parseKeyRing, serviceActor, softwareCiphers, textDigest } from '@xishan/service-kit'
import { Client } from 'pg'
import { COLUMNS, rowsOf, type ChunkRows, type ChunkTable } from './chunk-rows'
import { copyInto } from './copy-in'
import type { DistrictSize } from './blocks'
import { TODAY } from './residents'

export interface Share {
  migratorUrl: string
  schema: string
  dataKeys: string
  size: DistrictSize
  /** The chunks to load: every `of`th from `from`. */
  from: number
  of: number
  chunks: number
}

export interface Loaded {
  residents: number
  households: number
}

const TABLES = Object.keys(COLUMNS) as ChunkTable[]
const AUDITED = ['household', 'benefit'] as const
const ACTOR = serviceActor('social-assistance')

/** Loads a share of the chunks over a connection of its own, each in a transaction of its own, and tells after each. */
export async function loadChunks({ migratorUrl, schema, dataKeys, size, from, of, chunks }: Share, tell: (loaded: Loaded) => void): Promise<void> {
  const client = new Client({ connectionString: migratorUrl, options: `-c search_path=${schema} -c TimeZone=UTC -c synchronous_commit=off` })
  await client.connect()
  try {
    const ciphers = softwareCiphers(parseKeyRing(dataKeys))
    for (let chunk = from; chunk < chunks; chunk += of) {
      const rows = rowsOf(chunk, size, ciphers)
      await writeChunk(client, rows)
      tell({ residents: rows.household_member.length, households: rows.household.length })
    }
  } finally {
    await client.end()
  }
}

async function writeChunk(client: Client, rows: ChunkRows): Promise<void> {
  await client.query('begin')
  try {
    for (const table of AUDITED) await auditBatch(client, table, rows[table])
    for (const table of TABLES) await copyInto(client, table, COLUMNS[table], rows[table])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** One entry for all rows of a table, as a service that writes set-wise leaves it; every row names its hash. */
async function auditBatch(client: Client, table: (typeof AUDITED)[number], rows: ChunkRows[ChunkTable]): Promise<void> {
  if (rows.length === 0) return
  const [id, head] = [COLUMNS[table].indexOf('id'), COLUMNS[table].indexOf('audit_head')]
  const entry = {
    subjectType: `${table}-batch`, subjectId: newId(), seq: 1, divisionCode: ACTOR.scope, action: 'loadLargeDistrict', actorId: ACTOR.id, actorName: ACTOR.name, actorRoles: [...ACTOR.roles], at: new Date().toISOString(),
    businessDate: TODAY, requestId: 'large district', summary: { note: '成批载入的演示数据', count: rows.length, digest: textDigest(rows.map((row) => row[id]).join('\n')) },
  }
  const hash = chainHash('', entry)
  await client.query(
    `insert into audit_entry (subject_type, subject_id, seq, division_code, action, actor_id, actor_name, actor_roles, at, business_date, request_id, summary, prev_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', $13)`,
    [entry.subjectType, entry.subjectId, entry.seq, entry.divisionCode, entry.action, entry.actorId, entry.actorName, entry.actorRoles, entry.at, entry.businessDate, entry.requestId, JSON.stringify(entry.summary), hash],
  )
  for (const row of rows) row[head] = hash
}
