import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { AwardInputs } from '@xishan/funeral-management-contract'
import { Inject, Injectable } from '@nestjs/common'
import { deadSince, requireBasis, requireLivingPayee } from './award-basis'
import { AwardDesk } from './award-desk'
import { accountColumns, applicantColumns, phoneColumns } from './award-payee'

/** An account that the bank refused; a payee who died before anything was paid. */
@Injectable()
export class ChangePayee {
  constructor(@Inject(AwardDesk) private readonly desk: AwardDesk) {}

  /** Without an account the bank said that the same one can be paid to. */
  account(actor: Actor, id: string, { version, account, reason }: AwardInputs['changeAccount']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'changeAccount', async ({ work, award, ciphers }) => {
      await requireLivingPayee(work, award.applicantName, award.applicantLookup)
      if (account) {
        if (account.holder !== award.applicantName) throw new DomainProblem('invalid-input', {}, [{ field: 'account.holder', message: `开户人应为收款人${award.applicantName}` }])
        if (account.bank === award.bank && account.number === ciphers.decrypt(award.accountSealed)) throw new DomainProblem('award-account-unchanged', {}, [{ field: 'account.number', message: '与现有账户相同' }])
        Object.assign(award, accountColumns(ciphers, account))
      }
      return { opinion: reason }
    })
  }

  /** Another of the family is paid; the section confirms anew. */
  payee(actor: Actor, id: string, { version, name, document, relation, phone, account, reason }: AwardInputs['changePayee']): Promise<Saved> {
    return this.desk.take(actor, id, version, 'changePayee', async ({ work, award, ciphers }) => {
      if ((await deadSince(work, award.applicantLookup)) === null) throw new DomainProblem('award-payee-alive', { name: award.applicantName })
      await requireBasis(work, award)
      const before = award.applicantName
      Object.assign(award, await applicantColumns(work, ciphers, name, document, award.deceasedLookup), accountColumns(ciphers, account), phoneColumns(ciphers, phone), { relation, confirmedOn: null })
      return { opinion: `收款人由${before}变更为${name}。${reason}` }
    })
  }
}
