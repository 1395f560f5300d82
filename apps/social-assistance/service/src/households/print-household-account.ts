import { DomainProblem, type Actor } from '@xishan/domain'
import { BusinessClock, UnitOfWork, type FileAnswer } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { paperFile, printMark, type PaperFormat } from '../papers/paper-file'
import { FindHouseholdAccount } from './find-household-account'
import { householdAccountPaper } from './household-account-paper'
import { Household } from './household.entity'

/** Prints a household's account; each print is audited. */
@Injectable()
export class PrintHouseholdAccount {
  constructor(
    @Inject(FindHouseholdAccount) private readonly find: FindHouseholdAccount,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, id: string, format: PaperFormat): Promise<FileAnswer> {
    const account = await this.find.account(actor, id)
    await this.unitOfWork.perform(actor, async (work) => {
      const household = await work.findOne(Household, { id })
      if (!household) throw new DomainProblem('not-found')
      await work.note({ type: 'household', id, divisionCode: household.divisionCode }, 'printPaper', { paper: '家庭账户清单' })
    })
    return paperFile(householdAccountPaper(account, await printMark(actor, this.clock)), `家庭账户清单-${account.applicantName}-${account.number}`, format)
  }
}
