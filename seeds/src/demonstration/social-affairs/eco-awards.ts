import { addDays, type Actor, type Saved } from '@xishan/domain'
import { AnswerFault, AwardPapers, ChangeDisposition, ChangePayee, DecideAward, RecoverAward, RegisterDeath, SubmitAward } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import { about } from '../funerals/people-who-died'
import { SINCE, TODAY } from '../funerals/size'
import { accountNumber, phoneNumber, type People, type Person } from '../people'
import { streetOf } from '../staff'
import type { Draw } from '../random'
import type { Diary } from './diary'
import { scan } from './papers'

const BANK = '演示银行西山支行'
/** Of the whole year, and more of the first weeks and the last, so that every list has its lines and every desk its work. */
const PARTS = [{ from: SINCE, to: '2024-11-08', count: 9 }, { from: '2024-11-09', to: '2025-08-24', count: 112 }, { from: '2025-08-25', to: TODAY, count: 32 }]

interface Buried {
  id: string
  divisionCode: string
  recordedOn: string
  handler: string
  handlerRelation: string
}

const BURIED = `
  select id, division_code as "divisionCode", recorded_on::text as "recordedOn", handler, handler_relation as "handlerRelation" from (
    select d.* from disposition d join death x on x.id = d.death_id and x.state = 'REGISTERED'
    where d.state = 'STANDING' and d.kind in ('TREE', 'FLOWER', 'LAWN', 'SCATTER', 'STORAGE') and d.recorded_on between $1 and $2 and d.disposed_on >= '${SINCE}' order by md5(d.number) limit $3) d
  order by recorded_on, number`

/** What the lists have to do with an award of its own. */
export interface AppliedAward {
  id: string
  divisionCode: string
  applicant: Person
}

/** Where an award leaves the straight way, by its order of application. */
const RETURNED = [9, 46, 83, 118, 126, 129, 133]
/** From here on nobody has brought what was missing. */
const STILL_MISSING = 125
const REFUSED = [27, 96]
const WITHDRAWN = [64]
/** Paid, and then found to stand on a burial that was written down wrongly: all paid back, or a part so far. */
const CLAIMED = new Map<number, 'ALL' | 'PART'>([[14, 'ALL'], [71, 'PART']])
/** Found before anything was paid. */
const STOPPED = [102]

/** Awards from the window to the confirmation; what is paid is in {@link AwardLists}. */
export class EcoAwards {
  readonly applied: AppliedAward[] = []

  constructor(
    private readonly diary: Diary,
    private readonly people: People,
    private readonly draw: Draw,
  ) {}

  async plan(): Promise<void> {
    const buried: Buried[] = []
    for (const { from, to, count } of PARTS) buried.push(...(await this.diary.past.ask<Buried>(BURIED, [from, to, count])))
    for (const [nth, each] of buried.entries()) {
      const draw = this.draw.of(nth)
      const on = calendar.onOrAfter(addDays(each.recordedOn, draw.int(2, 18)))
      this.diary.plan(on, () => this.apply(nth, each, on, draw))
    }
  }

  private async apply(nth: number, { id: dispositionId, divisionCode, handler: name, handlerRelation: relation }: Buried, on: string, draw: Draw): Promise<void> {
    const { past } = this.diary
    const clerk = past.staff.one('ST_CLERK', streetOf(divisionCode), on)
    const applicant = { ...this.people.make({ sex: relation === '女儿' ? '2' : '1', age: draw.int(36, 66), on, ethnicity: '01' }), name }
    const account = { bank: BANK, number: accountNumber(draw), holder: name }
    const { id, version } = await past.its(SubmitAward).execute(clerk, { dispositionId, name, document: applicant.document, relation, phone: phoneNumber(draw), account, remark: '' })
    await past.its(AwardPapers).add(clerk, id, 'BURIAL_CERTIFICATE', scan('安放证明'))
    await past.its(AwardPapers).add(clerk, id, 'APPLICANT_ID', scan('申请人身份证'))
    this.applied.push({ id, divisionCode, applicant })
    const next = calendar.addWorkingDays(on, draw.weighted([[2, 46], [4, 34], [9, 20]] as const))
    if (WITHDRAWN.includes(nth)) return this.diary.plan(next, () => past.its(DecideAward).withdraw(clerk, id, { version, reason: '家属改由户籍所在地办理，申请撤回' }))
    if (RETURNED.includes(nth)) return this.return({ id, version, clerk, applicant, relation, on: next, nth, draw })
    this.check({ id, version }, divisionCode, next, nth, draw)
  }

  private return({ id, version, clerk, applicant, relation, on, nth, draw }: Saved & { clerk: Actor; applicant: Person; relation: string; on: string; nth: number; draw: Draw }): void {
    const { past } = this.diary
    const reviewer = past.staff.one('ST_REVIEWER', clerk.scope, on)
    const later = calendar.addWorkingDays(on, draw.int(4, 7))
    this.diary.plan(on, async () => {
      const saved = await past.its(DecideAward).return(reviewer, id, { version, reason: '安放证明影印件不清晰，看不清证书编号，请补交原件扫描件' })
      if (nth >= STILL_MISSING) return
      this.diary.plan(later, async () => {
        const corrected = await past.its(SubmitAward).correct(clerk, id, { version: saved.version, name: applicant.name, document: null, relation, phone: null, account: null, remark: '已补交安放证明原件扫描件' })
        this.check(corrected, clerk.scope, calendar.addWorkingDays(later, 2), nth, draw)
      })
    })
  }

  private check({ id, version }: Saved, divisionCode: string, on: string, nth: number, draw: Draw): void {
    const { past } = this.diary
    this.diary.plan(on, async () => {
      const saved = await past.its(DecideAward).check(past.staff.one('ST_REVIEWER', streetOf(divisionCode), on), id, { version, opinion: '材料齐全，与安放记录一致' })
      const later = calendar.addWorkingDays(on, draw.weighted([[1, 40], [3, 48], [7, 12]] as const))
      const head = past.bureau('BU_HEAD', later)
      this.diary.plan(later, async () => {
        if (REFUSED.includes(nth)) return past.its(DecideAward).refuse(head, id, { version: saved.version, reason: '经核实，该逝者的奖补已由省外户籍地发放，不重复奖补' })
        await past.its(DecideAward).confirm(head, id, { version: saved.version, opinion: '符合节地生态安葬奖补条件，同意' })
        if (STOPPED.includes(nth)) this.mistaken(id, calendar.addWorkingDays(later, 1), (fault) => past.its(AnswerFault).stop(past.bureau('BU_HEAD', fault.on), id, { version: fault.version, reason: '安放方式更正为传统墓位，不属于奖补范围，予以终止' }))
        const claimed = CLAIMED.get(nth)
        if (claimed) this.claimed(id, calendar.addWorkingDays(later, 48), claimed)
      })
    })
  }

  /** The burial was written down wrongly: put right by one, approved by another, and answered by `act`. */
  private mistaken(id: string, on: string, act: (fault: { version: number; on: string }) => Promise<unknown>): void {
    const { past } = this.diary
    this.diary.plan(on, async () => {
      const [disposition] = await past.ask<Saved & { disposedOn: string; certificateNumber: string }>(
        `select d.id, d.version, d.disposed_on::text as "disposedOn", d.certificate_number as "certificateNumber" from disposition d join eco_award a on a.disposition_id = d.id where a.id = $1`,
        [id],
      )
      if (!disposition) throw new RangeError('no disposition')
      const { disposedOn, certificateNumber } = disposition
      const corrected = { kind: 'PLOT', remains: 'ASHES', disposedOn, certificateNumber, place: '碧鸡陵园松鹤园（传统墓位）' } as const
      const change = await past.its(ChangeDisposition).propose(past.bureau('BU_CLERK', on), disposition.id, { version: disposition.version, kind: 'CORRECTION', corrected, reason: '安放证明与墓园台账核对不一致，实际安放于传统墓位' })
      await past.its(ChangeDisposition).approve(past.bureau('BU_HEAD', on), change.id, { version: change.version, opinion: '与墓园台账一致，同意更正' })
      this.diary.plan(on, async () => act({ version: await this.version(id), on }))
    })
  }

  private claimed(id: string, on: string, how: 'ALL' | 'PART'): void {
    const { past } = this.diary
    this.mistaken(id, on, async ({ version }) => {
      const claim = await past.its(AnswerFault).claim(past.bureau('BU_CLERK', on), id, { version, reason: '安放方式更正为传统墓位，不属于奖补范围' })
      const [owed] = await past.ask<{ fen: number }>(`select recovery_fen::float8 as fen from eco_award where id = $1`, [id])
      const paidOn = calendar.addWorkingDays(on, 12)
      const amountFen = how === 'ALL' ? (owed?.fen ?? 0) : (owed?.fen ?? 0) * 0.4
      this.diary.plan(paidOn, async () => {
        const repaid = await past.its(RecoverAward).repay(past.bureau('FINANCE', paidOn), id, { version: claim.version, amountFen, repaidOn: paidOn, receipt: `演示收据${paidOn.replaceAll('-', '')}01` })
        const settledOn = calendar.addWorkingDays(paidOn, 2)
        if (how === 'ALL') this.diary.plan(settledOn, () => past.its(RecoverAward).settle(past.bureau('BU_HEAD', settledOn), id, { version: repaid.version, opinion: '款项已全部退回，同意结清' }))
      })
    })
  }

  /** Who is to be paid dies before the file goes to the bank. */
  async die({ divisionCode, applicant }: AppliedAward, on: string): Promise<void> {
    const { past } = this.diary
    const { place, cause, certificate, relative } = about(applicant, divisionCode, addDays(on, -1), this.draw.of('payee'))
    await past.its(RegisterDeath).execute(past.staff.one('ST_CLERK', streetOf(divisionCode), on), {
      deceased: { name: applicant.name, document: applicant.document, sex: applicant.sex, birthDate: applicant.birthDate, ethnicity: applicant.ethnicity, hukouDivisionCode: divisionCode }, diedOn: addDays(on, -1), place, cause, certificate, informant: relative,
    })
  }

  /** The bank refused the account. */
  newAccount(awardId: string, on: string): void {
    const { past } = this.diary
    const award = this.applied.find(({ id }) => id === awardId)
    if (!award) throw new RangeError('whose account?')
    const account = { bank: BANK, number: accountNumber(this.draw.of(awardId)), holder: award.applicant.name }
    this.diary.plan(on, async () => past.its(ChangePayee).account(past.staff.one('ST_CLERK', streetOf(award.divisionCode), on), awardId, { version: await this.version(awardId), account, reason: '原账户已注销，申请人提供新账户' }))
  }

  private async version(id: string): Promise<number> {
    return (await this.diary.past.ask<{ version: number }>(`select version from eco_award where id = $1`, [id]))[0]?.version ?? 0
  }
}

