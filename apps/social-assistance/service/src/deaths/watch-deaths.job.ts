import { label, monthOf, type Actor } from '@xishan/domain'
import { DISTRICT, ParameterBooks, UnitOfWork, type BusinessDayJob } from '@xishan/service-kit'
import { DEATH_FEED } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { feedsOn, silenceOf } from './death-feeds'
import { matchNames, type NamedDeath } from './match-names'
import { openTask, withdrawTask } from './open-task'
import { SettleBenefit } from './settle-benefit'

/** Benefits that came into pay when the death was known already, and those of which money arrived that was on its way. */
const TO_SETTLE = `
  select m.benefit_id::text as id from known_death d join benefit_member m on m.person_key = d.person_key join benefit b on b.id = m.benefit_id
  where d.state = 'KNOWN' and (m.to_month is null or m.to_month >= to_char(d.died_on, 'YYYY-MM')) and (b.to_month is null or b.to_month >= $1)
    and not exists (select from death_effect x where x.death_id = d.id and x.benefit_id = m.benefit_id)
  union
  select x.benefit_id::text from death_effect x join known_death d on d.id = x.death_id and d.state = 'KNOWN'
    join disbursement_line l on l.benefit_id = x.benefit_id and l.state in ('PAID', 'REISSUED') and l.month > to_char(d.died_on, 'YYYY-MM') and l.state_on >= $2::date - 7
  order by 1`

/**
 * Every day: a source of deaths that is silent longer than its rhythm is an alert, and what came of deaths is looked at again, for money that
 * was on its way when somebody's death came to be known may have arrived since.
 */
@Injectable()
export class WatchDeaths implements BusinessDayJob {
  readonly name = 'watch-deaths'
  readonly title = '死亡信息核对'

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(SettleBenefit) private readonly settle: SettleBenefit,
  ) {}

  async run(businessDate: string, actor: Actor): Promise<void> {
    await this.watchFeeds(businessDate, actor)
    await this.askTheBureau(businessDate, actor)
    const benefits = await this.unitOfWork.perform(actor, (work) => work.query<{ id: string }>(TO_SETTLE, [monthOf(businessDate), businessDate]))
    for (const { id } of benefits) await this.unitOfWork.perform(actor, (work) => this.settle.execute(work, id, null))
  }

  /** Deaths without a number of which every payee of the name was found to be somebody else. */
  private askTheBureau(businessDate: string, actor: Actor): Promise<void> {
    return this.unitOfWork.perform(actor, async (work) => {
      const book = await this.books.on(businessDate, (sql, parameters) => work.query(sql, parameters))
      const rejected = await work.query<NamedDeath>(
        `select d.id, d.name, d.birth_date::text as "birthDate", d.died_on::text as "diedOn", d.division_code as "divisionCode", d.source not in ('REGISTRATION', 'CREMATION') as listed
         from known_death d where d.state = 'UNIDENTIFIED' and exists (select from death_task t where t.death_id = d.id and t.kind = 'NAME_MATCH' and t.state = 'REJECTED')
           and not exists (select from death_task t where t.death_id = d.id and (t.kind = 'NO_MATCH' or t.state = 'AT_STREET')) order by d.id`,
      )
      for (const death of rejected) await matchNames(work, book, { ...death, rejected: true })
    })
  }

  private watchFeeds(businessDate: string, actor: Actor): Promise<void> {
    return this.unitOfWork.perform(actor, async (work) => {
      const book = await this.books.on(businessDate, (sql, parameters) => work.query(sql, parameters))
      for (const feed of await feedsOn((sql, parameters) => work.query(sql, parameters), book, businessDate)) {
        const [open] = await work.query<{ id: string }>(`select id from death_task where kind = 'FEED_SILENT' and state = 'AT_BUREAU' and source = $1`, [feed.source])
        if (feed.silent && !open) {
          const detail = `${silenceOf(feed)}。请联系来源单位和信息科，尽快导入最新名单；名单更新前，发放批次签批须写明理由。`
          await openTask(work, book, { kind: 'FEED_SILENT', source: feed.source, divisionCode: DISTRICT, applicantName: label(DEATH_FEED, feed.source), detail })
        }
        if (!feed.silent && open) await withdrawTask(work, open.id, '名单已更新')
      }
    })
  }
}
