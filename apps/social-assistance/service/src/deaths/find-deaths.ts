import type { Actor, Page } from '@xishan/domain'
import { BusinessClock, DivisionNames, Reads } from '@xishan/service-kit'
import type { DeathDetail, DeathQuery, DeathRow } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { LISTED_DEATH, deathPage, deathRow, type ListedDeath } from './death-list'

type StoredEffect = DeathDetail['households'][number]['effects'][number] & { benefitId: string; number: string; applicantName: string; divisionCode: string }

/** The deaths that are known here, and what came of each. */
@Injectable()
export class FindDeaths {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async page(actor: Actor, query: DeathQuery): Promise<Page<DeathRow>> {
    const { sql, parameters } = deathPage(query)
    const page = await this.reads.page<ListedDeath>(actor, query, sql, parameters)
    const names = await this.divisions.on(await this.clock.today())
    return { ...page, rows: page.rows.map((row) => deathRow(row, names)) }
  }

  async detail(actor: Actor, id: string): Promise<DeathDetail> {
    const names = await this.divisions.on(await this.clock.today())
    const [stored, effects, tasks] = await Promise.all([
      this.reads.one<ListedDeath & { birthDate: string | null }>(actor, `select ${LISTED_DEATH}, d.birth_date::text as "birthDate" from known_death d where d.id = $1`, [id]),
      this.reads.query<StoredEffect>(
        actor,
        `select b.id as "benefitId", b.number, b.applicant_name as "applicantName", b.division_code as "divisionCode", x.kind, x.month as "fromMonth", x.on_date::text as "onDate",
                x.reversed_on::text as "reversedOn", greatest(x.held_fen, x.recovery_fen)::float8 as fen,
                case x.kind when 'RECOVERY' then '/social-assistance/recoveries/' || x.refs[cardinality(x.refs)] when 'STOP' then '/social-assistance/benefit-changes/' || x.refs[1] end as path
         from death_effect x join benefit b on b.id = x.benefit_id where x.death_id = $1 order by b.number, x.kind`,
        [id],
      ),
      this.reads.query<DeathDetail['tasks'][number]>(actor, `select id, kind, number, state, due_on::text as "dueOn" from death_task where death_id = $1 order by number`, [id]),
    ])
    const { birthDate, ...row } = stored
    const { effects: _kinds, ...shown } = deathRow(row, names)
    const households = [...new Set(effects.map(({ benefitId }) => benefitId))].flatMap((benefitId) => {
      const own = effects.filter((effect) => effect.benefitId === benefitId)
      const [first] = own
      if (!first) return []
      const { number, applicantName, divisionCode } = first
      return [{ benefitId, number, applicantName, place: names.whole(divisionCode), effects: own.map(({ kind, fromMonth, onDate, reversedOn, fen, path }) => ({ kind, fromMonth, onDate, reversedOn, fen, path })) }]
    })
    return { ...shown, birthDate, households, tasks }
  }
}
