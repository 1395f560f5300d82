import type { Actor, Saved } from '@xishan/domain'
import { UnitOfWork, type Work } from '@xishan/service-kit'
import { oneOffLifecycle } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { cancelUntaken } from '../cancel-payable'
import { entitled } from './entitled'
import { OneOffGrant } from './one-off-grant.entity'

interface Decision {
  version: number
  opinion: string
}
interface Refusal {
  version: number
  reason: string
}

/** Another than the proposer approves: every household that fits is owed it, once. Withdrawn it is owed no more, as long as no batch has any of it. */
@Injectable()
export class DecideOneOff {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  approve(actor: Actor, id: string, { version, opinion }: Decision): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const grant = await work.get(OneOffGrant, id, version)
      await work.take(grant, oneOffLifecycle, 'approve')
      const { households, totalFen } = await oweAll(work, grant)
      Object.assign(grant, { households, totalFen })
      grant.decide(actor.name, work.businessDate, opinion)
      return work.save(grant, 'approve', { opinion, changes: { households, totalFen } })
    })
  }

  reject(actor: Actor, id: string, { version, reason }: Refusal): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const grant = await work.get(OneOffGrant, id, version)
      await work.take(grant, oneOffLifecycle, 'reject')
      grant.decide(actor.name, work.businessDate, reason)
      return work.save(grant, 'reject', { opinion: reason })
    })
  }

  withdraw(actor: Actor, id: string, { version, reason }: Refusal): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const grant = await work.get(OneOffGrant, id, version)
      await work.take(grant, oneOffLifecycle, 'withdraw')
      const cancelled = await cancelUntaken(work, 'ONE_OFF_GRANT', id, reason)
      return work.save(grant, 'withdraw', { opinion: reason, changes: { cancelled } })
    })
  }
}

async function oweAll(work: Work, grant: OneOffGrant): Promise<{ households: number; totalFen: number }> {
  const { from, conditions } = entitled(grant)
  const amount = conditions.place(grant.amountFen)
  const rest = [grant.id, grant.title, work.businessDate, work.actor.name].map((value) => conditions.place(value))
  const [sums] = await work.query<{ households: number; fen: string }>(
    `with owed as (
       insert into payable (id, division_code, benefit_id, household_id, kind, month, amount_fen, cause_kind, cause_id, cause, created_on, created_by)
       select gen_random_uuid(), b.division_code, b.id, b.household_id, 'ONE_OFF', $1::text, ${amount}::bigint * ${grant.per === 'PERSON' ? 'm.member_count' : '1'}, 'ONE_OFF_GRANT', ${rest[0]}::uuid, ${rest[1]}, ${rest[2]}::date, ${rest[3]}
       from ${from} where ${conditions} and m.member_count > 0
       on conflict (benefit_id, kind, cause_kind, cause_id, month) do nothing returning amount_fen)
     select count(*)::int as households, coalesce(sum(amount_fen), 0)::text as fen from owed`,
    conditions.parameters,
  )
  return { households: sums?.households ?? 0, totalFen: Number(sums?.fen ?? 0) }
}
