import { monthRange } from '@xishan/domain'
import { AwardFile, MakeAwardList, SettleAwardList, SignAwardList } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import { workingDaysBefore } from '../calendar'
import { TODAY } from '../funerals/size'
import type { AppliedAward, EcoAwards } from './eco-awards'
import type { Diary } from './diary'

/** One list a month is paid and closed; the next is under way. */
const MONTHS = monthRange('2024-11', '2025-09')
const DAY = 8
const UNDER_WAY = workingDaysBefore(TODAY, 3)
/** Lists with a line that the bank could not pay; of the last one nobody has brought a new account yet. */
const FAILED: Readonly<Record<string, string>> = { '2025-01': '账号不存在', '2025-05': '账户状态异常（已销户）', '2025-09': '户名与账号不符' }
/** Between the approval and the file a payee died. */
const DIED_IN = '2025-08'

interface Line {
  id: string
  awardId: string
  amountFen: number
  attempt: number
}

/** What is confirmed is paid month by month, until the sums agree with the bank's to the fen. */
export class AwardLists {
  constructor(
    private readonly diary: Diary,
    private readonly awards: EcoAwards,
  ) {}

  plan(): void {
    for (const month of MONTHS) {
      const on = calendar.onOrAfter(`${month}-${String(month === '2024-11' ? 20 : DAY).padStart(2, '0')}`)
      this.diary.plan(on, () => this.pay(month, on))
    }
    this.diary.plan(UNDER_WAY, () => this.submit(UNDER_WAY, '演示·西财社〔2025〕118号'))
  }

  private async submit(on: string, fundDocument: string): Promise<{ id: string; version: number } | null> {
    const { past } = this.diary
    const awards = await past.ask<{ id: string }>(`select id from eco_award a where state = 'CONFIRMED' and confirmed_on < $1 and known_dead_since(applicant_lookup) is null and award_fault(disposition_id, kind, disposed_on) is null order by number`, [on])
    if (awards.length === 0) return null
    const clerk = past.bureau('BU_CLERK', on)
    const { id, version } = await past.its(MakeAwardList).execute(clerk, awards.map((award) => award.id))
    return past.its(SignAwardList).submit(clerk, id, { version, fund: 'DISTRICT', fundDocument })
  }

  private async pay(month: string, on: string): Promise<void> {
    const { past } = this.diary
    const submitted = await this.submit(on, `演示·西财社〔${month.slice(0, 4)}〕${Number(month.slice(5)) * 9 + 10}号`)
    if (!submitted) return
    const { id } = submitted
    let { version } = submitted
    const days = [2, 3, 4, 6, 7].map((after) => calendar.addWorkingDays(on, after))
    const [reviewed = on, approved = on, exported = on, booked = on, closed = on] = days
    const then = (day: string, act: () => Promise<{ version: number }>) => this.diary.plan(day, async () => void ({ version } = await act()))
    then(reviewed, () => past.its(SignAwardList).review(past.bureau('BU_HEAD', reviewed), id, { version, opinion: '名单和金额无误，同意发放' }))
    then(approved, async () => {
      const saved = await past.its(SignAwardList).approve(past.bureau('FINANCE', approved), id, { version, opinion: '资金已落实，同意支付' })
      if (month === DIED_IN) this.diary.plan(approved, async () => this.awards.die(await this.payeeOf(id), approved))
      return saved
    })
    then(exported, () => past.its(AwardFile).make(past.bureau('FINANCE', exported), id, { version }))
    then(booked, () => this.book(id, version, booked, FAILED[month]))
    then(closed, async () => {
      const [paid] = await past.ask<{ fen: number }>(`select sum(amount_fen)::float8 as fen from award_line where list_id = $1 and state = 'PAID'`, [id])
      return past.its(SettleAwardList).close(past.bureau('FINANCE', closed), id, { version, paidFen: paid?.fen ?? 0 })
    })
  }

  private async payeeOf(listId: string): Promise<AppliedAward> {
    const [line] = await this.lines(listId)
    const award = this.awards.applied.find(({ id }) => id === line?.awardId)
    if (!award) throw new RangeError('nobody in the list')
    return award
  }

  private async book(listId: string, version: number, on: string, failedBecause: string | undefined): Promise<{ version: number }> {
    const { past } = this.diary
    const lines = await this.lines(listId)
    const failed = failedBecause === undefined ? undefined : lines.find(({ attempt }) => attempt === 1)
    const outcomes = lines.map((line) => ({ lineId: line.id, paidOn: line === failed ? null : on, failedBecause: line === failed ? (failedBecause ?? null) : null }))
    const saved = await past.its(SettleAwardList).book(past.bureau('FINANCE', on), listId, { version, outcomes })
    if (failed && !on.startsWith('2025-09')) this.awards.newAccount(failed.awardId, calendar.addWorkingDays(on, 5))
    return saved
  }

  private lines(listId: string): Promise<Line[]> {
    return this.diary.past.ask<Line>(`select id, award_id as "awardId", amount_fen::float8 as "amountFen", attempt from award_line where list_id = $1 and state = 'PENDING' order by seq`, [listId])
  }
}
