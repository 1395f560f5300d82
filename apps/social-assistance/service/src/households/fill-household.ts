import { DomainProblem, maskPhone, type Actor, type Saved } from '@xishan/domain'
import { CIPHERS, newId, type Ciphers, type Work } from '@xishan/service-kit'
import { headOf, type HouseholdInput } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplicationDesk, requireEditable, type OpenCase } from '../applications/application-desk'
import type { Application } from '../applications/application.entity'
import { moveTo } from '../applications/place'
import { MeansCheck } from '../means-checks/means-check.entity'
import { reopenCheck } from '../means-checks/request-check'
import { HouseholdMember } from './household-member.entity'
import { Household } from './household.entity'
import { memberRows, sheetFacts } from './household-sheet'
import { dropFinancesOfOthers } from './store-finances'

/** The household sheet: who lives there, where, and where the allowance is paid to. */
@Injectable()
export class FillHousehold {
  constructor(
    @Inject(ApplicationDesk) private readonly desk: ApplicationDesk,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, id: string, input: HouseholdInput): Promise<Saved> {
    return this.desk.change(actor, id, input.version, 'fillHousehold', async (open) => {
      const { work, application } = open
      requireEditable(application)
      if (application.singleMemberId && !input.members.some((member) => member.id === application.singleMemberId)) throw new DomainProblem('member-unknown')
      await this.move(work, application, input.divisionCode)
      const household = await this.householdOf(work, application)
      const stored = household.version > 0 ? await work.find(HouseholdMember, { householdId: household.id }) : []
      const rows = memberRows(input.members, { householdId: household.id, divisionCode: input.divisionCode, businessDate: work.businessDate, applicant: application, stored }, this.ciphers)
      this.fill(household, input, rows, application)
      await work.save(household, 'fillHousehold', { changes: { members: rows.length } })
      await this.storeMembers(work, household, stored, rows)
      this.follow(application, household, input)
      await this.keepUp(open, stored, rows)
    })
  }

  private async move(work: Work, application: Application, divisionCode: string): Promise<void> {
    if (application.divisionCode === divisionCode) return
    await moveTo(work, application, divisionCode)
    const check = await work.findOne(MeansCheck, { applicationId: application.id })
    if (!check) return
    await work.query(`select move_case_records($1, $2)`, [check.id, divisionCode])
    await work.query(`update means_check_answer set division_code = $2 where means_check_id = $1`, [check.id, divisionCode])
    await work.save(Object.assign(check, { divisionCode }), 'move')
  }

  /** The application's household; else the one in which the applicant is already known here, if it has no other open case; else a new one. */
  private async householdOf(work: Work, application: Application): Promise<Household> {
    if (application.householdId) return work.get(Household, application.householdId)
    const [known] = await work.query<{ id: string; busy: boolean }>(
      `select m.household_id as id, exists (
         select from application a where a.household_id = m.household_id and a.id <> $2 and a.state <> all (array['NOT_ACCEPTED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'TERMINATED'])) as busy
       from household_member m where m.document_lookup = $1 order by m.household_id desc limit 1`,
      [application.documentLookup, application.id],
    )
    if (known?.busy) throw new DomainProblem('household-number-taken')
    return known ? work.get(Household, known.id) : Object.assign(new Household(), { id: newId(), number: await work.nextNumber('SAH') })
  }

  private fill(household: Household, { divisionCode, hukouDivisionCode, residence, address, phone, account, members }: HouseholdInput, rows: readonly HouseholdMember[], application: Application): void {
    const head = rows.find(({ id }) => id === headOf(members)?.id)
    const { separatelyRegistered } = sheetFacts({ members })
    Object.assign(household, { divisionCode, hukouDivisionCode, residence, address, memberCount: rows.length, separatelyRegistered })
    Object.assign(household, { applicantName: head?.name ?? '', documentMasked: head?.documentMasked ?? '' })
    if (phone) Object.assign(household, { phoneSealed: this.ciphers.encrypt(phone), phoneMasked: maskPhone(phone) })
    else if (household.version === 0) Object.assign(household, { phoneSealed: application.phoneSealed ?? this.ciphers.encrypt(''), phoneMasked: application.phoneMasked ?? '' })
    if (account)
      Object.assign(household, { bank: account.bank, accountNumberSealed: this.ciphers.encrypt(account.number), accountLastFour: account.number.slice(-4), accountHolder: account.holder })
  }

  private async storeMembers(work: Work, { id: householdId }: Household, stored: readonly HouseholdMember[], rows: HouseholdMember[]): Promise<void> {
    for (const { id } of stored) await work.remove(HouseholdMember, { householdId, id })
    await work.insert(HouseholdMember, rows)
  }

  private follow(application: Application, { id: householdId, phoneSealed, phoneMasked }: Household, input: HouseholdInput): void {
    const { hukouDivisionCode, residence, address, members } = input
    const { separatelyRegistered, relatedAccountIds } = sheetFacts(input)
    Object.assign(application, { householdId, hukouDivisionCode, residence, address, memberCount: members.length, relatedAccountIds })
    application.separatelyRegistered = separatelyRegistered || application.staffRelative === true
    if (input.phone) Object.assign(application, { phoneSealed, phoneMasked })
  }

  /** What hangs on the list of members follows it. */
  private async keepUp({ work, application, rules }: OpenCase, stored: readonly HouseholdMember[], rows: readonly HouseholdMember[]): Promise<void> {
    await dropFinancesOfOthers(work, application, rows.map(({ id }) => id))
    const joined = rows.some(({ id }) => !stored.some((member) => member.id === id))
    if (joined) await reopenCheck(work, application.id, rules)
  }
}
