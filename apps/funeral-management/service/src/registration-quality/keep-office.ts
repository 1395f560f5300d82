import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import type { routes } from '@xishan/funeral-management-contract'
import { UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { OfficeGrade, RegistrationOffice } from './registration-office.entity'

/** The offices of the district, and the grades they were given. */
@Injectable()
export class KeepOffice {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  add(actor: Actor, input: RouteInput<typeof routes.addOffice>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      await requireNewName(work, input.name)
      const office = Object.assign(new RegistrationOffice(), { id: newId(), number: await work.nextNumber('RGO'), divisionCode: actor.scope })
      office.describe(input)
      return { ...(await work.save(office, 'add')), number: office.number }
    })
  }

  change(actor: Actor, id: string, { version, ...input }: RouteInput<typeof routes.changeOffice>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const office = await work.get(RegistrationOffice, id, version)
      if (office.name !== input.name) await requireNewName(work, input.name)
      office.describe(input)
      return work.save(office, 'change')
    })
  }

  grade(actor: Actor, id: string, { version, ...grade }: RouteInput<typeof routes.gradeOffice>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const office = await work.get(RegistrationOffice, id, version)
      if (grade.gradedOn > work.businessDate) throw new DomainProblem('grade-in-future', { today: work.businessDate }, [{ field: 'gradedOn', message: `不能晚于 ${work.businessDate}` }])
      await work.insert(OfficeGrade, [Object.assign(new OfficeGrade(), grade, { id: newId(), officeId: id, divisionCode: office.divisionCode, enteredBy: actor.name })])
      return work.save(office, 'grade', { changes: { grade: grade.grade, gradedOn: grade.gradedOn } })
    })
  }
}

/** @throws DomainProblem `office-taken` */
async function requireNewName(work: Work, name: string): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`registration office ${name}`])
  if (await work.findOne(RegistrationOffice, { name })) throw new DomainProblem('office-taken', { name }, [{ field: 'name', message: '已有同名登记机关' }])
}
