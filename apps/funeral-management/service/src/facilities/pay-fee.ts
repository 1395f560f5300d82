import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { CancelFee, PayFee as Payment } from '@xishan/funeral-management-contract'
import { UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { ContractFee } from './grave-contract.entity'
import { requireDay, requireState, withContract } from './handle-contract'

/** The maintenance fee of a plot: paid on from where it was paid to, a wrong entry taken back with a reason. */
@Injectable()
export class PayFee {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  pay(actor: Actor, id: string, { version, paidOn, until, amountFen, receipt }: Payment): Promise<Saved> {
    return withContract(this.unitOfWork, actor, id, version, async (work, contract) => {
      requireState(contract, ['ACTIVE', 'RENEWAL'])
      requireDay(paidOn, contract.signedOn, work, 'paidOn')
      const from = contract.feePaidUntil ?? contract.signedOn
      if (until <= from || until > contract.expiresOn) throw new DomainProblem('fee-period', { from, to: contract.expiresOn }, [{ field: 'until', message: `应晚于 ${from}，不超过 ${contract.expiresOn}` }])
      await requireFreeReceipt(work, receipt)
      contract.feeStands(until, work.businessDate)
      const saved = await work.save(contract, 'payFee', { changes: { from, until, amountFen, receipt } })
      await work.insert(ContractFee, [Object.assign(new ContractFee(), { id: newId(), contractId: id, divisionCode: contract.divisionCode, paidOn, paidFrom: from, paidUntil: until, amountFen, receipt, recordedBy: actor.name })])
      return saved
    })
  }

  cancelLast(actor: Actor, id: string, { version, reason }: CancelFee): Promise<Saved> {
    return withContract(this.unitOfWork, actor, id, version, async (work, contract) => {
      const fees = await work.find(ContractFee, { contractId: id, cancelledBecause: '' })
      const [last, before] = fees.toSorted((a, b) => (a.paidUntil < b.paidUntil ? 1 : -1))
      if (!last) throw new DomainProblem('fee-none')
      contract.feeStands(before?.paidUntil ?? null, work.businessDate)
      const saved = await work.save(contract, 'cancelFee', { opinion: reason, changes: { receipt: last.receipt, reason } })
      await work.update(ContractFee, { id: last.id }, { cancelledBecause: reason })
      return saved
    })
  }
}

/** @throws DomainProblem `fee-receipt-taken` */
async function requireFreeReceipt(work: Work, receipt: string): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`fee receipt ${receipt}`])
  const [taken] = await work.query<{ stands: boolean }>(`select fee_receipt_stands($1) as stands`, [receipt])
  if (taken?.stands) throw new DomainProblem('fee-receipt-taken', { receipt }, [{ field: 'receipt', message: '票据编号已使用' }])
}
