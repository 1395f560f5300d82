import { label, monthOf, type Actor } from '@xishan/domain'
import { DISTRICT, ParameterBooks, UnitOfWork, type BusinessDayJob } from '@xishan/service-kit'
import { DEATH_FEED } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { feedsOn, silenceOf } from './death-feeds'
import { openTask, withdrawTask } from './open-task'
import { SettleBenefit } from './settle-benefit'

/** Benefits with a death whose months may have been paid, or that came into pay when the death was known already. */
const TO_SETTLE = `
  select distinct m.benefit_id::text as id from known_death d join benefit_member m on m.person_key = d.person_key
    join benefit b on b.id = m.benefit_id
  where d.state = 'KNOWN' and (m.to_month is null or m.to_month >= to_char(d.died_on, 'YYYY-MM')) and (b.to_month is null or b.to_month >= $1)
  union select benefit_id::text from death_effect where reversed_on is null and on_date >= $2::date - 100 order by 1`

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
    const benefits = await this.unitOfWork.perform(actor, (work) => work.query<{ id: string }>(TO_SETTLE, [monthOf(businessDate), businessDate]))
    for (const { id } of benefits) await this.unitOfWork.perform(actor, (work) => this.settle.execute(work, id, null))
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
