import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { CIPHERS, SIGNATURES, newId, type Ciphers, type Signatures, type Work } from '@xishan/service-kit'
import type { routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { Household } from '../households/household.entity'
import { AccountCorrection } from './account-correction.entity'
import { makePaymentFile } from './make-payment-file'
import { PaymentDesk } from './payment-desk'
import { usableTemplate } from './payment-templates'
import { holdStoppedLines } from './stop-lines'

interface Proposed {
  id: string
  lineId: string
  applicantName: string
  proposedById: string
}

/** The account as it stands on the household now is the one that the money goes to. */
const SENDINGS = `
  insert into disbursement_attempt (id, line_id, batch_id, payment_file_id, number, seq, division_code, bank, account_number_sealed, account_last_four, account_holder, document_number_sealed, amount_fen)
  select gen_random_uuid(), l.id, l.batch_id, $2, (select max(number) + 1 from disbursement_attempt where line_id = l.id), row_number() over (order by l.seq), l.division_code,
         h.bank, h.account_number_sealed, h.account_last_four, h.account_holder, m.document_number_sealed, l.pay_fen
  from disbursement_line l join household h on h.id = l.household_id
  left join lateral (
    select m.document_number_sealed from household_member m where m.household_id = l.household_id
    order by m.name = h.account_holder desc, m.person_key = l.person_key desc, m.position limit 1) m on true
  where l.id = any($1::uuid[]) and l.state = 'SENT'`

/**
 * 重发失败明细: with it finance accepts what another person proposed for each line. The new account is written on the household, and the
 * lines go out again in a file of their own. A line whose benefit was held meanwhile stays behind.
 */
@Injectable()
export class ResendFailed {
  constructor(
    @Inject(PaymentDesk) private readonly desk: PaymentDesk,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
    @Inject(SIGNATURES) private readonly signatures: Signatures,
  ) {}

  execute(actor: Actor, batchId: string, { version, lineIds }: RouteInput<typeof routes.resendFailedLines>['body']): Promise<Saved> {
    return this.desk.take(actor, batchId, 'resendFailed', version, async (work, batch) => {
      const template = await usableTemplate(work, batch.templateId ?? '')
      const chosen = [...new Set(lineIds)]
      await this.accept(work, batchId, chosen)
      await work.query(`update disbursement_line set state = 'PENDING', state_because = '', state_on = $2 where id = any($1::uuid[]) and state = 'FAILED'`, [chosen, work.businessDate])
      await holdStoppedLines(work, batch)
      await work.query(`update disbursement_line set state = 'SENT', state_on = $2 where id = any($1::uuid[]) and state = 'PENDING'`, [chosen, work.businessDate])
      const fileId = newId()
      await work.query(SENDINGS, [chosen, fileId])
      const { name, count, totalFen, digest } = await makePaymentFile(work, { ciphers: this.ciphers, signatures: this.signatures }, { id: fileId, batch, template })
      return { input: { file: name, count, totalFen, digest } }
    })
  }

  private async accept(work: Work, batchId: string, lineIds: readonly string[]): Promise<void> {
    const proposed = await work.query<Proposed>(
      `select c.id, c.line_id as "lineId", l.applicant_name as "applicantName", c.proposed_by_id as "proposedById"
       from account_correction c join disbursement_line l on l.id = c.line_id
       where c.line_id = any($1::uuid[]) and c.state = 'PROPOSED' and l.batch_id = $2 and l.state = 'FAILED' for update of l`,
      [lineIds, batchId],
    )
    if (proposed.length !== lineIds.length) throw new DomainProblem('correction-missing', { count: lineIds.length - proposed.length })
    const own = proposed.find(({ proposedById }) => proposedById === work.actor.id)
    if (own) throw new DomainProblem('correction-own', { name: own.applicantName })
    for (const { id, applicantName } of proposed) {
      const correction = await work.get(AccountCorrection, id)
      const household = await work.get(Household, correction.householdId)
      if (correction.way === 'NEW_ACCOUNT') {
        const { bank, accountNumberSealed, accountLastFour, accountHolder } = correction
        Object.assign(household, { bank, accountNumberSealed, accountLastFour, accountHolder })
        await work.save(household, 'correctAccount')
      } else if (!household.accountNumberSealed) throw new DomainProblem('account-missing', { name: applicantName })
      correction.decide('ACCEPTED', work.actor.name, work.businessDate, '重发时确认')
      await work.save(correction, 'acceptCorrection')
    }
  }
}
