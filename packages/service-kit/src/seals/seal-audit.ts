import { open } from 'node:fs/promises'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { ServiceConfiguration } from '../service/configuration'
import type { ServiceDefinition } from '../service/define-service'
import { CONFIGURATION, DEFINITION } from '../service/tokens'
import { readSeals, sealOver, type ChainHead, type Seal } from './seal'

const SEALS_AT_ONCE = 1000

/**
 * Seals the audit: each minute the heads of the chains that moved since the last seal go into a root that is chained to the one
 * before and written outside the database. Heads are looked for from the oldest transaction that was still open at the last
 * seal, so that an entry which was committed late is not passed over.
 */
@Injectable()
export class SealAudit {
  private lastWritten: number | undefined

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'sealsFile'>,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
  ) {}

  /** @returns the new seal, or nothing when no chain moved. */
  async seal(): Promise<Seal | undefined> {
    const seal = await this.source.transaction((manager) => this.sealMoved(manager))
    await this.writeOut()
    return seal
  }

  private async sealMoved(manager: EntityManager): Promise<Seal | undefined> {
    await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`seal ${this.line}`])
    await manager.query(`select set_config('app.scope', '000000', true), set_config('app.scope_end', '999999', true)`)
    // The horizon is taken before the heads: what was over by then is among them.
    const [now]: { horizon: string; over: string }[] = await manager.query(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, pg_snapshot_xmax(pg_current_snapshot())::text as over`,
    )
    const [last]: { number: string; hash: string; horizon: string }[] = await manager.query(`select number, hash, horizon::text from audit_seal order by number desc limit 1`)
    // A database restored into another cluster counts its transactions anew: look at everything once.
    const since = last && now && BigInt(last.horizon) <= BigInt(now.over) ? last.horizon : '0'
    const heads: ChainHead[] = await manager.query(
      `select subject_type as "subjectType", subject_id::text as "subjectId", seq, hash
       from (select distinct on (subject_type, subject_id) subject_type, subject_id, seq, hash
             from audit_entry where txid >= $1::text::xid8 order by subject_type, subject_id, seq desc) moved
       where not exists (select from audit_seal_head known where (known.subject_type, known.subject_id, known.seq) = (moved.subject_type, moved.subject_id, moved.seq))`,
      [since],
    )
    if (heads.length === 0) return undefined
    const seal = sealOver(heads, { line: this.line, number: Number(last?.number ?? 0) + 1, previous: last?.hash ?? '', sealedAt: new Date().toISOString() })
    await manager.query(`insert into audit_seal (number, heads, root, previous, hash, horizon, sealed_at) values ($1, $2, $3, $4, $5, $6::text::xid8, $7)`, [
      seal.number,
      seal.heads,
      seal.root,
      seal.previous,
      seal.hash,
      now?.horizon ?? '0',
      seal.sealedAt,
    ])
    await manager.query(
      `insert into audit_seal_head (subject_type, subject_id, seq, hash, seal)
       select head->>'subjectType', (head->>'subjectId')::uuid, (head->>'seq')::int, head->>'hash', $2 from jsonb_array_elements($1::jsonb) head`,
      [JSON.stringify(heads), seal.number],
    )
    return seal
  }

  /** Appends the seals that the file does not have yet, also those that an interrupted or another process left out. */
  private async writeOut(): Promise<void> {
    this.lastWritten ??= await this.lastInFile()
    for (;;) {
      const seals: Seal[] = await this.source.query(
        `select $1::text as line, number::int, heads, root, previous, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt", hash
         from audit_seal where number > $2 order by number limit ${SEALS_AT_ONCE}`,
        [this.line, this.lastWritten],
      )
      const newest = seals.at(-1)
      if (!newest) return
      await append(this.configuration.sealsFile, seals)
      this.lastWritten = newest.number
    }
  }

  private async lastInFile(): Promise<number> {
    let last = 0
    for await (const seal of readSeals(this.configuration.sealsFile, this.line)) last = Math.max(last, seal.number)
    return last
  }

  private get line(): string {
    return this.definition.contract.line
  }
}

/** A line that a full disk cut short stays alone; what follows begins on a line of its own, and is on the disk before we go on. */
async function append(path: string, seals: readonly Seal[]): Promise<void> {
  const file = await open(path, 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const end = Buffer.alloc(1)
    if (size > 0) await file.read(end, 0, 1, size - 1)
    const text = seals.map((seal) => `${JSON.stringify(seal)}\n`).join('')
    await file.appendFile(size > 0 && end.toString() !== '\n' ? `\n${text}` : text)
    await file.sync()
  } finally {
    await file.close()
  }
}
