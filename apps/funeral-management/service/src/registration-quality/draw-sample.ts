import { randomBytes } from 'node:crypto'
import { DomainProblem, label, monthInChinese, monthOf, type Actor, type Saved } from '@xishan/domain'
import { QUALITY_PARAMETER, REGISTRATION, sampleLifecycle, sampleSize, type DrawSample as Asked } from '@xishan/funeral-management-contract'
import { ParameterBooks, UnitOfWork, newId } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { draw } from './draw'
import { QualitySample, SampledFile } from './quality-sample.entity'
import { RegistrationOffice } from './registration-office.entity'

/** Draws the files of a month that is over, from all that were registered in it. */
@Injectable()
export class DrawSample {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  execute(actor: Actor, { officeId, registration, month, files }: Asked): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const office = await work.get(RegistrationOffice, officeId)
      const words = { name: office.name, registration: label(REGISTRATION, registration), month: monthInChinese(month) }
      if (!office.registrations.includes(registration)) throw new DomainProblem('office-without-registration', words, [{ field: 'registration', message: '该机关不办理此项登记' }])
      if (month >= monthOf(work.businessDate)) throw new DomainProblem('sample-month-open', words, [{ field: 'month', message: '请选择已结束的月份' }])
      const [earlier] = await work.query<{ number: string }>(`select number from quality_sample where office_id = $1 and registration = $2 and month = $3 and state <> 'CANCELLED'`, [officeId, registration, month])
      if (earlier) throw new DomainProblem('sample-drawn', { ...words, number: earlier.number })
      const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
      const [share, least] = [book.number(QUALITY_PARAMETER.share), book.number(QUALITY_PARAMETER.least)]
      const seed = randomBytes(16).toString('hex')
      const drawn = draw(seed, files, sampleSize(files.length, share, least))
      const sample = Object.assign(new QualitySample(), {
        id: newId(), number: await work.nextNumber('RGQ'), divisionCode: office.divisionCode, officeId, registration, month, register: files, seed, share, least, drawn: drawn.length, drawnBy: actor.name, drawnOn: work.businessDate,
      })
      work.begin(sample, sampleLifecycle, 'draw')
      const saved = await work.save(sample, 'draw', { input: { month, registration, registered: files.length, drawn: drawn.length, seed } })
      await work.insert(SampledFile, drawn.map((fileNumber, at) => Object.assign(new SampledFile(), { sampleId: sample.id, position: at + 1, divisionCode: office.divisionCode, fileNumber })))
      return saved
    })
  }
}
