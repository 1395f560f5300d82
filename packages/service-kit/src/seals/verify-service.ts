import { connect } from '../database/connect'
import { schemaOf, type ServiceDefinition } from '../service/define-service'
import { describeBreak, type AuditReport } from './audit-break'
import { readSeals } from './seal'
import { verifyAudit } from './verify-audit'

/** Verifies a service's whole audit as its migrator, who sees every row, while the service goes on writing. */
export async function verifyServiceAudit({ contract: { line } }: Pick<ServiceDefinition, 'contract'>, migratorUrl: string, sealsFile: string): Promise<AuditReport> {
  const client = await connect(migratorUrl, schemaOf(line))
  try {
    await client.query('begin isolation level repeatable read read only')
    return await verifyAudit(async <T>(sql: string, parameters: unknown[] = []) => (await client.query<T & {}>(sql, parameters)).rows, readSeals(sealsFile, line))
  } finally {
    await client.end()
  }
}

/** What the command prints: the count of what was checked, and each break in a sentence. */
export const auditReportText = (title: string, { entries, chains, seals, breaks }: AuditReport): string =>
  [
    `${title}：审计记录 ${entries} 条，链 ${chains} 条，封存 ${seals} 次，${breaks.length === 0 ? '全部一致。' : `发现 ${breaks.length} 处不一致：`}`,
    ...breaks.map((found) => `  ${describeBreak(found)}`),
  ].join('\n')
