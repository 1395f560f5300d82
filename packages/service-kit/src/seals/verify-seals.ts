import type { AuditReport } from './audit-break'
import { rootOf, sealHash, type ChainHead, type Seal } from './seal'
import type { Query } from './verify-audit'

/** The file's chain of seals, link by link, then each of its roots against the database's list of heads. */
export async function verifySeals(query: Query, fileSeals: AsyncIterable<Seal>, report: AuditReport): Promise<void> {
  const stored = new Map((await query<{ number: number; hash: string }>(`select number::int, hash from audit_seal`)).map(({ number, hash }) => [number, hash]))
  let previous: Pick<Seal, 'number' | 'hash'> = { number: 0, hash: '' }
  for await (const seal of fileSeals) {
    // Written twice, by a process that was stopped between two steps: the same line says nothing new.
    if (seal.number === previous.number && seal.hash === previous.hash) continue
    report.seals++
    if (sealHash(seal) !== seal.hash) report.breaks.push({ kind: 'seal-altered', seal: seal.number })
    for (let missing = previous.number + 1; missing < seal.number; missing++) report.breaks.push({ kind: 'seal-missing', seal: missing })
    if (seal.number <= previous.number || (seal.number === previous.number + 1 && seal.previous !== previous.hash)) report.breaks.push({ kind: 'seal-link-broken', seal: seal.number })
    if (stored.get(seal.number) !== seal.hash) report.breaks.push({ kind: 'seal-not-in-database', seal: seal.number })
    else if ((await rootInDatabase(query, seal.number)) !== seal.root) report.breaks.push({ kind: 'seal-heads-differ', seal: seal.number })
    stored.delete(seal.number)
    previous = seal
  }
  for (const number of [...stored.keys()].filter((key) => key > previous.number)) report.breaks.push({ kind: 'seal-not-in-file', seal: number })
}

async function rootInDatabase(query: Query, seal: number): Promise<string> {
  const heads = await query<ChainHead>(`select subject_type as "subjectType", subject_id::text as "subjectId", seq, hash from audit_seal_head where seal = $1`, [seal])
  return rootOf(heads)
}
