import { DomainProblem, isRealDate } from '@xishan/domain'
import type { WrittenCremation } from '@xishan/funeral-management-contract'
import type { Work } from '@xishan/service-kit'

const fault = (field: string, reason: string): DomainProblem => new DomainProblem('cremation-times', { reason }, [{ field, message: reason }])

/** @throws DomainProblem `cremation-times` */
export function requireTimes({ collectedAt, crematedAt }: Pick<WrittenCremation, 'collectedAt' | 'crematedAt'>, diedOn: string, { businessDate }: Work, prefix = ''): [Date, Date] {
  for (const [field, title, time] of [['collectedAt', '遗体接运时间', collectedAt], ['crematedAt', '火化时间', crematedAt]] as const) {
    const day = time.slice(0, 10)
    if (!isRealDate(day)) throw fault(prefix + field, `${title}“${time}”不是存在的日期`)
    if (day < diedOn) throw fault(prefix + field, `${title}早于死亡日期 ${diedOn}`)
    if (day > businessDate) throw fault(prefix + field, `${title}晚于业务日期 ${businessDate}`)
  }
  if (crematedAt <= collectedAt) throw fault(`${prefix}crematedAt`, '火化时间应晚于遗体接运时间')
  return [inShanghai(collectedAt), inShanghai(crematedAt)]
}

const inShanghai = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00+08:00`)

/** @throws DomainProblem `cremation-certificate-taken` */
export async function requireFreeCertificate(work: Work, certificate: string, field: string): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`cremation certificate ${certificate}`])
  const [taken] = await work.query<{ number: string }>(`select number from cremation where certificate_number = $1`, [certificate])
  if (taken) throw new DomainProblem('cremation-certificate-taken', { certificate, number: taken.number }, [{ field, message: '编号已使用，请核对' }])
}
