import { DomainProblem, label, monthInChinese, monthOf, type Actor, type Saved } from '@xishan/domain'
import { REGISTRATION, decadeInChinese, type AddHolding, type ChangeHolding, type EnterProgress, type ReverseEntry } from '@xishan/funeral-management-contract'
import { UnitOfWork, newId } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { RegistrationOffice } from '../registration-quality/registration-office.entity'
import { ArchiveEntry, ArchiveHolding } from './archive-holding.entity'

/** Holdings and their progress: a month's figures are added, and taken back by an entry of their own. */
@Injectable()
export class KeepArchive {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  add(actor: Actor, { officeId, registration, decade, ...input }: AddHolding): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      // Locked, so that two people do not enter one decade.
      const office = await work.get(RegistrationOffice, officeId)
      const words = { name: office.name, registration: label(REGISTRATION, registration), decade: decadeInChinese(decade) }
      if (!office.registrations.includes(registration)) throw new DomainProblem('office-without-registration', words, [{ field: 'registration', message: '该机关不办理此项登记' }])
      const known = await work.findOne(ArchiveHolding, { officeId, registration, decade })
      if (known) throw new DomainProblem('holding-taken', { ...words, number: known.number }, [{ field: 'decade', message: '该年代已登记' }])
      const holding = Object.assign(new ArchiveHolding(), { id: newId(), number: await work.nextNumber('RGH'), divisionCode: office.divisionCode, officeId, registration, decade })
      holding.describe(input)
      return { ...(await work.save(holding, 'add')), number: holding.number }
    })
  }

  change(actor: Actor, id: string, { version, reason, ...input }: ChangeHolding): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const holding = await work.get(ArchiveHolding, id, version)
      holding.describe(input)
      return work.save(holding, 'change', { changes: { reason } })
    })
  }

  enter(actor: Actor, id: string, { version, ...input }: EnterProgress): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const holding = await work.get(ArchiveHolding, id, version)
      if (input.month > monthOf(work.businessDate)) throw new DomainProblem('progress-month', { month: monthInChinese(input.month) }, [{ field: 'month', message: '该月份还没有到' }])
      holding.progress(input.digitised, input.checked)
      await work.insert(ArchiveEntry, [Object.assign(new ArchiveEntry(), input, { id: newId(), holdingId: id, divisionCode: holding.divisionCode, enteredBy: actor.name, enteredOn: work.businessDate })])
      return work.save(holding, 'enter', { changes: { month: input.month } })
    })
  }

  reverse(actor: Actor, id: string, { version, entryId, reason }: ReverseEntry): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const holding = await work.get(ArchiveHolding, id, version)
      const entry = await work.findOne(ArchiveEntry, { id: entryId, holdingId: id })
      if (!entry) throw new DomainProblem('not-found')
      if (entry.reverses !== null || (await work.findOne(ArchiveEntry, { reverses: entryId }))) throw new DomainProblem('entry-reversed')
      const { month, digitised, checked, doneBy, divisionCode } = entry
      holding.takeBack(digitised, checked)
      await work.insert(ArchiveEntry, [
        Object.assign(new ArchiveEntry(), { id: newId(), holdingId: id, divisionCode, month, digitised: 0 - digitised, checked: 0 - checked, doneBy, note: reason, enteredBy: actor.name, enteredOn: work.businessDate, reverses: entryId }),
      ])
      return work.save(holding, 'reverse', { changes: { month, reason } })
    })
  }
}
