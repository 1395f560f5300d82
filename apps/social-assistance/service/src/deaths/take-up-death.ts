import type { ParameterBook } from '@xishan/domain'
import { ParameterBooks, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { endQuestions, matchNames } from './match-names'
import { openTask, withdrawTask } from './open-task'
import { SettleBenefit } from './settle-benefit'
import { STORE_DEATH, type ToldDeath } from './store-deaths.sql'

interface Standing {
  personKey: string | null
  state: string
  diedOn: string
  otherDiedOn: string | null
  name: string
  birthDate: string | null
}

/** Takes up a death as it is known after an event: what it asks of every benefit of the person, of whom it was before, and of a name. */
@Injectable()
export class TakeUpDeath {
  constructor(
    @Inject(SettleBenefit) private readonly settle: SettleBenefit,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async execute(work: Work, told: ToldDeath): Promise<void> {
    const before = await standingOf(work, told.deathId)
    await work.query(STORE_DEATH, [JSON.stringify([told])])
    await this.follow(work, told.deathId, told.eventId, before?.personKey ?? null, told)
  }

  /** @param formerKey of the person whom it was taken for before */
  async follow(work: Work, deathId: string, eventId: string | null, formerKey: string | null, told?: Pick<ToldDeath, 'divisionCode' | 'listed'>): Promise<void> {
    const death = await standingOf(work, deathId)
    if (!death) return
    const benefits = await work.query<{ id: string; divisionCode: string }>(
      `select b.id, b.division_code as "divisionCode" from benefit b
       where b.id in (select benefit_id from benefit_member where person_key = any($1::text[]) union select benefit_id from death_effect where death_id = $2) order by b.id`,
      [[death.personKey, formerKey].filter((key) => key !== null), deathId],
    )
    const [first] = benefits
    if (first) await work.query(`update known_death set division_code = $2 where id = $1`, [deathId, first.divisionCode])
    for (const { id } of benefits) await this.settle.execute(work, id, eventId)
    const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
    if (death.state !== 'UNIDENTIFIED') await endQuestions(work, deathId, death.state === 'REVOKED' ? '死亡信息已撤销' : '已确认身份')
    else if (told) await matchNames(work, book, { ...death, id: deathId, divisionCode: told.divisionCode, listed: told.listed })
    await this.followDispute(work, book, deathId, death)
  }

  /** Two sources disagree about a payee's day: a person decides where the death is registered; here it is watched. */
  private async followDispute(work: Work, book: ParameterBook, deathId: string, { state, diedOn, otherDiedOn }: Standing): Promise<void> {
    if (state === 'KNOWN' && otherDiedOn !== null) {
      const [benefit] = await work.query<{ householdId: string; divisionCode: string; applicantName: string; number: string }>(
        `select b.household_id as "householdId", b.division_code as "divisionCode", b.applicant_name as "applicantName", b.number
         from death_effect x join benefit b on b.id = x.benefit_id where x.death_id = $1 and x.reversed_on is null order by b.id limit 1`,
        [deathId],
      )
      if (!benefit) return
      const { number, ...where } = benefit
      const detail = `两个来源的死亡日期不一致：${diedOn}（现按此办理）和 ${otherDiedOn}，涉及 ${where.applicantName}户（${number}）。请会同殡葬管理核实；更正后缓发和追回自动调整。`
      await openTask(work, book, { kind: 'CONFLICT', deathId, ...where, detail })
      return
    }
    const open = await work.query<{ id: string }>(`select id from death_task where death_id = $1 and kind = 'CONFLICT' and benefit_id is null and state = 'AT_BUREAU'`, [deathId])
    for (const { id } of open) await withdrawTask(work, id, '死亡日期已一致')
  }
}

async function standingOf(work: Work, id: string): Promise<Standing | undefined> {
  const [row] = await work.query<Standing>(
    `select person_key as "personKey", state, died_on::text as "diedOn", other_died_on::text as "otherDiedOn", name, birth_date::text as "birthDate" from known_death where id = $1 for update`,
    [id],
  )
  return row
}
