import { DomainProblem, type Actor, type RouteInput } from '@xishan/domain'
import { CIPHERS, UnitOfWork, logReveal, type Ciphers } from '@xishan/service-kit'
import type { routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'

/** The whole number of the account that was sent to, or of the one proposed; who looked and why is logged. */
@Injectable()
export class RevealLineAccount {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  execute(actor: Actor, lineId: string, { account, reason }: RouteInput<typeof routes.revealLineAccount>['body']): Promise<{ value: string }> {
    return this.unitOfWork.perform(actor, async (work) => {
      const [found] = await work.query<{ divisionCode: string; sent: string; proposed: string | null }>(
        `select l.division_code as "divisionCode", a.account_number_sealed as sent, (select c.account_number_sealed from account_correction c where c.line_id = l.id order by c.id desc limit 1) as proposed
         from disbursement_line l join lateral (select * from disbursement_attempt where line_id = l.id order by number desc limit 1) a on true where l.id = $1`,
        [lineId],
      )
      const sealed = account === 'SENT' ? found?.sent : found?.proposed
      if (!found || !sealed) throw new DomainProblem('not-found')
      await logReveal(work, { subjectType: 'disbursement_line', subjectId: lineId, divisionCode: found.divisionCode, field: `ACCOUNT_NUMBER ${account}`, reason })
      return { value: this.ciphers.decrypt(sealed) }
    })
  }
}
