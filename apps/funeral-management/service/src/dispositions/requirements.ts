import { DomainProblem } from '@xishan/domain'
import type { DispositionKind } from '@xishan/funeral-management-contract'
import type { Work } from '@xishan/service-kit'
import type { Disposition } from './disposition.entity'

/** @throws DomainProblem `disposition-date` for a day before the death (or the keeping) or that has not come */
export function requireDate(day: string, notBefore: string | null, businessDate: string, field: string): void {
  const reason = day > businessDate ? `日期 ${day} 晚于业务日期 ${businessDate}` : notBefore !== null && day < notBefore ? `日期 ${day} 早于死亡或寄存日期 ${notBefore}` : null
  if (reason) throw new DomainProblem('disposition-date', { reason }, [{ field, message: reason }])
}

/** Waits for whoever records of the same person at this moment. @throws DomainProblem `disposition-known`, `disposition-kept` */
export async function requireNothingStands(work: Work, { deathId, documentLookup }: Pick<Disposition, 'deathId' | 'documentLookup'>, kind: DispositionKind): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`disposition ${documentLookup ?? deathId}`])
  const standing = async (isTemporary: boolean) => (await work.query<{ number: string | null }>(`select standing_disposition($1, $2, $3) as number`, [documentLookup, deathId, isTemporary]))[0]?.number
  const buried = await standing(false)
  if (buried) throw new DomainProblem('disposition-known', { number: buried })
  const kept = kind === 'TEMPORARY' ? await standing(true) : null
  if (kept) throw new DomainProblem('disposition-kept', { number: kept })
}

/** @throws DomainProblem `disposition-certificate-taken` */
export async function requireFreeCertificate(work: Work, certificate: string): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`disposition certificate ${certificate}`])
  const [taken] = await work.query<{ number: string | null }>(`select disposition_by_certificate($1) as number`, [certificate])
  if (taken?.number) throw new DomainProblem('disposition-certificate-taken', { certificate, number: taken.number }, [{ field: 'certificateNumber', message: '编号已使用，请核对' }])
}
