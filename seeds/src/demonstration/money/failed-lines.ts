import type { BenefitMonth } from '@xishan/domain'
import { DecideFailedLines, ProposeCorrection, ResendFailed, ResolveReturnRow } from '@xishan/social-assistance-service'
import { accountNumber } from '../people'
import type { Draw } from '../random'
import { streetOf } from '../staff'
import type { Said, Sending } from './bank'
import type { BatchHistory } from './batch-history'
import { dayOf, formatOf } from './month-of-pay'

interface Reason {
  code: string
  /** The account is at fault, and a new card is brought. */
  isNew: boolean
  found: string
}

const REASONS: Readonly<Record<'PIPE' | 'XLSX', readonly (readonly [Reason, number])[]>> = {
  PIPE: [
    [{ code: '1001', isNew: true, found: '银行卡已更换，提供新卡复印件' }, 4],
    [{ code: '1002', isNew: false, found: '账户长期未用被暂停，已到柜台激活' }, 3],
    [{ code: '9999', isNew: true, found: '原卡遗失，已补办新卡' }, 1],
  ],
  XLSX: [
    [{ code: '01', isNew: true, found: '账号登记有误，已核对存折更正' }, 2],
    [{ code: '02', isNew: true, found: '户主变更，改发新户主账户' }, 1],
    [{ code: '03', isNew: true, found: '原账户已销户，提供新卡' }, 3],
    [{ code: '04', isNew: false, found: '账户已解除止付，原账户可用' }, 2],
  ],
}
const SHARE = 0.005
/** Of the failed lines, those that the household does not want sent again this month. */
const TAKEN_OUT = 0.08

/** What the bank could not pay in a month, and what people made of it. */
export class FailedLines {
  private readonly failed = new Map<string, { sending: Sending; reason: Reason }>()

  constructor(
    private readonly batch: BatchHistory,
    private readonly month: BenefitMonth,
    private readonly draw: Draw,
  ) {}

  /** The bank's first answer. */
  say = (sending: Sending): Said | undefined => {
    const draw = this.draw.of(sending.seq)
    if (!draw.chance(SHARE)) return undefined
    const reason = draw.weighted(REASONS[formatOf(this.month)])
    this.failed.set(sending.lineId, { sending, reason })
    return { code: reason.code }
  }

  /** The streets find out why; some are not sent again and are owed in a later batch. */
  async correct(of: (nth: number) => boolean = () => true): Promise<string[]> {
    const { past } = this.batch
    const on = dayOf(this.month, 'correct')
    const proposed: string[] = []
    for (const [nth, { sending, reason }] of [...this.failed.values()].entries()) {
      if (!of(nth)) continue
      const draw = this.draw.of(sending.seq).of('correction')
      if (draw.chance(TAKEN_OUT)) await this.takeOut(sending.lineId, on)
      else {
        const account = reason.isNew ? { bank: '演示银行西山支行', number: accountNumber(draw), holder: sending.holder } : null
        const clerk = past.staff.one('ST_CLERK', streetOf(sending.divisionCode), on)
        await past.on(on, () => past.its(ProposeCorrection).execute(clerk, sending.lineId, { way: account ? 'NEW_ACCOUNT' : 'SAME_ACCOUNT', account, reason: reason.found }))
        proposed.push(sending.lineId)
      }
    }
    await this.batch.refresh()
    return proposed
  }

  async resend(lineIds: string[]): Promise<void> {
    if (lineIds.length === 0) return
    const { past } = this.batch
    await this.batch.step('FINANCE', 'resend', (finance, { id, version }) => past.its(ResendFailed).execute(finance, id, { version, lineIds }))
    await this.batch.registerSent('resend')
    await this.batch.readReturn('answerAgain', () => undefined)
  }

  /** A row whose code nobody knew: asked by telephone, then booked by that word. */
  async resolveRows(): Promise<void> {
    const { past } = this.batch
    const on = dayOf(this.month, 'correct')
    const rows = await past.ask<{ file: string; row: number }>(`select return_file_id as file, row_number as row from return_row where batch_id = $1 and problem is not null and resolved_on is null`, [this.batch.id])
    for (const { file, row } of rows)
      await past.on(on, () => past.its(ResolveReturnRow).execute(past.bureau('FINANCE', on), file, row, { outcome: 'PAID', paidOn: dayOf(this.month, 'answer'), resolution: '已电话与银行核实，款项已入账' }))
    await this.batch.refresh()
  }

  private async takeOut(lineId: string, on: string): Promise<void> {
    const { past } = this.batch
    await past.on(on, () => past.its(DecideFailedLines).takeOut(past.bureau('FINANCE', on), lineId, { reason: '本人在外地，下月返回后办卡', owed: true }))
  }
}
