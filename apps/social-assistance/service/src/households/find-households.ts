import { monthOf, type Actor, type Page, type RouteInput } from '@xishan/domain'
import { BusinessClock, Reads, type Ask, DivisionNames } from '@xishan/service-kit'
import type { HouseholdDetail, HouseholdRow, routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { amountIn } from '../disbursements/settled-months'
import { memberFor, seesCircumstances } from '../people/circumstances'
import { householdPage, householdRow, type ListedHousehold } from './household-list'
import { accountOf, membersOf } from './household-parts'

type StoredHousehold = Pick<HouseholdDetail, 'id' | 'version' | 'number' | 'divisionCode' | 'hukouDivisionCode' | 'residence' | 'address' | 'phoneMasked' | 'separatelyRegistered'>

/** The families known in the reader's area. */
@Injectable()
export class FindHouseholds {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: RouteInput<typeof routes.findHouseholds>['query']): Promise<Page<HouseholdRow>> {
    const today = await this.clock.today()
    const { sql, parameters } = householdPage(query, today)
    const page = await this.reads.page<ListedHousehold>(actor, query, sql, parameters)
    const names = await this.divisions.on(today)
    return { ...page, rows: page.rows.map((row) => householdRow(row, names)) }
  }

  async detail(actor: Actor, id: string): Promise<HouseholdDetail> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const today = await this.clock.today()
    const [names, stored, members, account, applications, benefits] = await Promise.all([
      this.divisions.on(today),
      this.stored(actor, id),
      membersOf(ask, id),
      accountOf(ask, id),
      ask<HouseholdDetail['applications'][number]>(
        `select id, number, state, submitted_on::text as "submittedOn" from application where household_id = $1 order by number desc`,
        [id],
      ),
      ask<HouseholdDetail['benefits'][number]>(
        `select b.id, b.from_month as "fromMonth", b.to_month as "toMonth", m.amount_fen::float8 as "amountFen"
         from benefit b join ${amountIn('greatest($2::text, b.from_month)')} m on true where b.household_id = $1 order by b.from_month desc, b.id`,
        [id, monthOf(today)],
      ),
    ])
    return {
      ...stored,
      streetName: names.street(stored.divisionCode),
      communityName: names.community(stored.divisionCode),
      hukouName: names.whole(stored.hukouDivisionCode),
      account: seesCircumstances(actor) ? account : null,
      members: members.map((member) => memberFor(actor, member)),
      applications,
      benefits,
    }
  }

  private stored(actor: Actor, id: string): Promise<StoredHousehold> {
    return this.reads.one(
      actor,
      `select id, version, number, division_code as "divisionCode", hukou_division_code as "hukouDivisionCode", residence, address, phone_masked as "phoneMasked",
              separately_registered as "separatelyRegistered"
       from household where id = $1`,
      [id],
    )
  }
}
