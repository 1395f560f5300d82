import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { awardLifecycle, type AwardInputs, type SubmitAward as Application } from '@xishan/funeral-management-contract'
import { newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { basisFor, requireLivingPayee } from './award-basis'
import { AwardDesk, startClock } from './award-desk'
import { accountColumns, applicantColumns, phoneColumns } from './award-payee'
import { EcoAward } from './eco-award.entity'

/** The family applies at the window, and again when something was to be put right. */
@Injectable()
export class SubmitAward {
  constructor(@Inject(AwardDesk) private readonly desk: AwardDesk) {}

  execute(actor: Actor, { dispositionId, name, document, relation, phone, account, remark }: Application): Promise<Saved> {
    return this.desk.run(actor, async ({ work, book, ciphers }) => {
      const basis = await basisFor(work, dispositionId, book, work.businessDate)
      await requireNoOther(work, basis)
      const applicant = await applicantColumns(work, ciphers, name, document, basis.deceasedLookup)
      const award = Object.assign(new EcoAward(), basis, applicant, accountColumns(ciphers, account), phoneColumns(ciphers, phone), {
        id: newId(), number: await work.nextNumber('FMJ'), relation, remark, appliedOn: work.businessDate, recordedBy: actor.name,
      })
      work.begin(award, awardLifecycle, 'submit')
      startClock(work, award, book)
      return work.save(award, 'submit', { input: { amountFen: award.amountFen, kind: award.kind, disposedOn: award.disposedOn } })
    })
  }

  /** The amount is worked out anew by what stands; the day of application stays. */
  correct(actor: Actor, id: string, { version, name, document, relation, phone, account, remark }: AwardInputs['correct']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'correct', async ({ work, award, book, ciphers }) => {
      Object.assign(award, await basisFor(work, award.dispositionId, book, award.appliedOn), { relation, remark: remark || award.remark })
      if (document) Object.assign(award, await applicantColumns(work, ciphers, name, document, award.deceasedLookup))
      else await requireLivingPayee(work, award.applicantName, award.applicantLookup)
      if (!document && name !== award.applicantName) throw new DomainProblem('invalid-input', {}, [{ field: 'document', message: '更换申请人的，请填写其证件号码' }])
      if (phone) Object.assign(award, phoneColumns(ciphers, phone))
      if (account) Object.assign(award, accountColumns(ciphers, account))
      if (award.accountHolder !== name) throw new DomainProblem('invalid-input', {}, [{ field: 'account', message: '更换申请人的，请填写其本人账户' }])
      return { opinion: remark, input: { amountFen: award.amountFen } }
    })
  }
}

/** Waits for whoever applies for the same deceased at this moment. @throws DomainProblem `award-known` */
async function requireNoOther(work: Work, { deathId, deceasedLookup }: Pick<EcoAward, 'deathId' | 'deceasedLookup'>): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`award of ${deceasedLookup ?? deathId}`])
  const [other] = await work.query<{ number: string | null }>(`select standing_award($1, $2) as number`, [deceasedLookup, deathId])
  if (other?.number) throw new DomainProblem('award-known', { number: other.number })
}
