import { DomainProblem, addDays, type Actor, type Saved } from '@xishan/domain'
import { SATISFACTION_PARAMETER, surveyLifecycle, type InviteFamily as Invitation } from '@xishan/funeral-management-contract'
import { CIPHERS, ParameterBooks, UnitOfWork, newId, type Ciphers, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { deceasedOf } from '../bills/bill-basis'
import { Facility } from '../facilities/facility.entity'
import { newSurveyCode } from './survey-code'
import { Survey } from './survey.entity'

type Service = Pick<Survey, 'deathId' | 'deceasedName' | 'facilityId' | 'facilityName' | 'divisionCode' | 'billId'>

/** A code by which the family may say once what it thinks of the service. */
@Injectable()
export class InviteFamily {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  /** After a cremation or another service that was not billed. @throws DomainProblem `survey-known` */
  execute(actor: Actor, { deathId, facilityId }: Invitation): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const facility = await work.findOne(Facility, { id: facilityId })
      if (!facility) throw new DomainProblem('not-found')
      const { deceasedName } = await deceasedOf((sql, parameters) => work.query(sql, parameters), deathId)
      await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`bills of ${deathId}`])
      const known = await work.findOne(Survey, { deathId, facilityId })
      if (known) throw new DomainProblem('survey-known', { facility: facility.name, number: known.number })
      return this.invite(work, { deathId, deceasedName, facilityId, facilityName: facility.name, divisionCode: facility.divisionCode, billId: null })
    })
  }

  /** With a bill that is issued; only the first of several at one facility asks. */
  async withBill(work: Work, service: Service): Promise<void> {
    if (!(await work.findOne(Survey, { deathId: service.deathId, facilityId: service.facilityId }))) await this.invite(work, service)
  }

  private async invite(work: Work, service: Service): Promise<Saved> {
    const days = (await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))).number(SATISFACTION_PARAMETER.openDays)
    const code = newSurveyCode()
    const survey = Object.assign(new Survey(), service, {
      id: newId(), number: await work.nextNumber('FMSV'), codeLookup: this.ciphers.lookup('survey', code), codeSealed: this.ciphers.encrypt(code), invitedOn: work.businessDate, closesOn: addDays(work.businessDate, days),
    })
    work.begin(survey, surveyLifecycle, 'invite')
    return work.save(survey, 'invite')
  }
}
