import { DomainProblem, formatYuan, monthOf, percentOf, type Actor, type Saved } from '@xishan/domain'
import { type Work } from '@xishan/service-kit'
import { PARAMETER, type Instalment, type RecoveryInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { requireNotAfter } from '../applications/application-desk'
import { amountIn } from '../disbursements/settled-months'
import { RecoveryInstalment } from './recovery-instalment.entity'
import { RecoveryDesk, requireNotBefore, reservedOf, type OpenRecoveryCase } from './recovery-desk'

const AGREED = { path: 'agreedOn', title: '协商日期' }

/** How the household brings it back: kept back month by month within the share that the parameter leaves, or repaid by dates. */
@Injectable()
export class AgreeOnRepayment {
  constructor(@Inject(RecoveryDesk) private readonly desk: RecoveryDesk) {}

  execute(actor: Actor, id: string, input: RecoveryInputs['agree']): Promise<Saved> {
    return this.desk.take(actor, id, 'agree', input, async (open) => {
      const { work, recovery } = open
      requireNotAfter(work.businessDate, input.agreedOn, AGREED)
      requireNotBefore(recovery.notifiedOn, input.agreedOn, AGREED)
      await work.remove(RecoveryInstalment, { recoveryId: recovery.id })
      Object.assign(recovery, { agreedOn: input.agreedOn, way: input.way, monthlyOffsetFen: null, dueOn: null })
      if (input.way === 'OFFSET') recovery.monthlyOffsetFen = await monthlyOffset(open, input.monthlyOffsetFen)
      else await agreeInstalments(open, input)
      return { opinion: input.remark }
    })
  }
}

async function monthlyOffset({ work, recovery, book }: OpenRecoveryCase, asked: number | null): Promise<number> {
  if (asked === null) throw new DomainProblem('invalid-input', {}, [{ field: 'monthlyOffsetFen', message: '请填写每月抵扣金额' }])
  const monthlyFen = await monthlyPay(work, recovery.benefitId)
  if (monthlyFen === 0) throw new DomainProblem('offset-not-in-pay')
  const share = book.number(PARAMETER.recovery.offsetShare)
  const most = percentOf(monthlyFen, share)
  if (asked > most) throw new DomainProblem('offset-too-much', { share, most: formatYuan(most) }, [{ field: 'monthlyOffsetFen', message: `每月最多抵扣 ${formatYuan(most)} 元` }])
  return asked
}

async function agreeInstalments({ work, recovery }: OpenRecoveryCase, { instalments, agreedOn }: { instalments: readonly Instalment[]; agreedOn: string }): Promise<void> {
  const owed = recovery.owedFen - (await reservedOf(work, recovery))
  const sum = instalments.reduce((total, { amountFen }) => total + amountFen, 0)
  const inOrder = instalments.every(({ dueOn }, at) => dueOn >= agreedOn && (at === 0 || dueOn > (instalments[at - 1]?.dueOn ?? '')))
  if (sum !== owed || !inOrder)
    throw new DomainProblem('instalments-do-not-add-up', { sum: formatYuan(sum), owed: formatYuan(owed) }, [{ field: 'instalments', message: `各期合计应为 ${formatYuan(owed)} 元，日期由先到后` }])
  const { id: recoveryId, divisionCode } = recovery
  await work.insert(RecoveryInstalment, instalments.map((instalment) => Object.assign(new RecoveryInstalment(), instalment, { recoveryId, divisionCode })))
  recovery.dueOn = instalments[0]?.dueOn ?? null
}

/** What a benefit pays this month, or its first when it is only to begin; 0 when it is over. */
async function monthlyPay(work: Work, benefitId: string): Promise<number> {
  const [row] = await work.query<{ fen: string }>(
    `select a.amount_fen::text as fen from benefit b join ${amountIn('greatest($2::text, b.from_month)')} a on true
     where b.id = $1 and b.state <> 'STOPPED' and (b.to_month is null or b.to_month >= $2)`,
    [benefitId, monthOf(work.businessDate)],
  )
  return Number(row?.fen ?? 0)
}
