import { DomainProblem, type AccountInput, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { CIPHERS, UnitOfWork, newId, type Ciphers } from '@xishan/service-kit'
import type { routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Household } from '../households/household.entity'
import { AccountCorrection } from './account-correction.entity'
import { failedLine, type LineAtHand } from './failed-line'

/** The street or the section finds out why the bank refused. The household's account stays as it is until another person sends the line again. */
@Injectable()
export class ProposeCorrection {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, lineId: string, { way, account, reason }: RouteInput<typeof routes.proposeCorrection>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const line = await failedLine(work, lineId)
      const open = await work.findOne(AccountCorrection, { lineId, state: 'PROPOSED' })
      if (open) throw new DomainProblem('correction-open', { by: open.proposedBy })
      if (account && this.isTheSame(line, account)) throw new DomainProblem('account-unchanged')
      if (way === 'SAME_ACCOUNT' && !(await work.findOne(Household, { id: line.householdId }))?.accountNumberSealed) throw new DomainProblem('account-missing', { name: line.applicantName })
      const correction = Object.assign(new AccountCorrection(), {
        id: newId(), divisionCode: line.divisionCode, lineId, householdId: line.householdId, way, reason, proposedBy: actor.name, proposedById: actor.id, proposedOn: work.businessDate,
        ...(account ? { bank: account.bank, accountNumberSealed: this.ciphers.encrypt(account.number), accountLastFour: account.number.slice(-4), accountHolder: account.holder } : {}),
      })
      return work.save(correction, 'proposeCorrection')
    })
  }

  private isTheSame({ sealedAccount, accountHolder, bank }: LineAtHand, account: AccountInput): boolean {
    return account.bank === bank && account.holder === accountHolder && this.ciphers.decrypt(sealedAccount) === account.number
  }
}
