import { appendFile, readFile } from 'node:fs/promises'
import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { ServiceConfiguration } from '../service/configuration'
import type { ServiceDefinition } from '../service/define-service'
import { CONFIGURATION, DEFINITION } from '../service/tokens'
import { textDigest } from './chain-hash'

/** A line of the seals file: the root over all entries up to an id, chained to the line before. */
export interface Seal {
  line: string
  upToId: string
  entries: number
  root: string
  sealedAt: string
}

/** The root over new hashes, in order of id, on top of the root before. */
export const sealRoot = (previous: string, hashes: readonly string[]): string => textDigest(`${previous}\n${hashes.join('\n')}`)

/**
 * Seals the audit: each minute the hashes added since the last seal go into a chained root that is written outside the
 * database. Only entries below the oldest running transaction count, so that none can slip in behind a seal.
 */
@Injectable()
export class SealAudit {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(CONFIGURATION) private readonly configuration: Pick<ServiceConfiguration, 'sealsFile'>,
    @Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>,
  ) {}

  async seal(): Promise<Seal | undefined> {
    return this.source.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`seal ${this.definition.contract.line}`])
      await manager.query(`select set_config('app.scope', '000000', true), set_config('app.scope_end', '999999', true)`)
      const [last]: { up_to_id: string; root: string }[] = await manager.query(`select up_to_id, root from audit_seal order by id desc limit 1`)
      const rows: { id: string; hash: string }[] = await manager.query(
        `select id, hash from audit_entry where id > $1 and id < coalesce((select min(id) from audit_entry where id > $1 and txid >= pg_snapshot_xmin(pg_current_snapshot())), 9223372036854775807) order by id limit 50000`,
        [last?.up_to_id ?? 0],
      )
      const newest = rows.at(-1)
      if (!newest) return undefined
      const seal: Seal = { line: this.definition.contract.line, upToId: newest.id, entries: rows.length, root: sealRoot(last?.root ?? '', rows.map(({ hash }) => hash)), sealedAt: new Date().toISOString() }
      await manager.query(`insert into audit_seal (up_to_id, entries, root) values ($1, $2, $3)`, [seal.upToId, seal.entries, seal.root])
      await appendFile(this.configuration.sealsFile, `${JSON.stringify(seal)}\n`, { mode: 0o600 })
      return seal
    })
  }
}

export async function readSeals(file: string, line: string): Promise<Seal[]> {
  const text = await readFile(file, 'utf8')
  return text.split('\n').filter(Boolean).map((entry) => JSON.parse(entry) as Seal).filter((seal) => seal.line === line)
}
