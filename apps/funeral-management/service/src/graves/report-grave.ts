import { DomainProblem, isWithinScope, maskPhone, type Actor, type Saved } from '@xishan/domain'
import { graveLifecycle, type ReportGrave as Report } from '@xishan/funeral-management-contract'
import { Attachments, BusinessClock, CIPHERS, DivisionNames, ParameterBooks, UnitOfWork, inspectUpload, newId, type Ciphers, type UploadedFile } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { requireBetween, stepFrom } from './grave-desk'
import { PHOTO_LIMITS } from './grave-photos'
import { IllegalGrave } from './illegal-grave.entity'

/** What a patrol or a complaint found, with the photo that shows it. */
@Injectable()
export class ReportGrave {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async execute(actor: Actor, { holderPhone, ...facts }: Report, upload: UploadedFile): Promise<Saved> {
    const photo = await inspectUpload(upload, PHOTO_LIMITS)
    const place = (await this.divisions.on(await this.clock.today())).whole(facts.divisionCode)
    if (place.startsWith('外地')) throw new DomainProblem('grave-place', {}, [{ field: 'divisionCode', message: '请从列表中选择所在街道或社区' }])
    if (!isWithinScope(facts.divisionCode, actor.scope)) throw new DomainProblem('grave-not-your-area', { place }, [{ field: 'divisionCode', message: '墓址不在您的辖区' }])
    return this.unitOfWork.run(actor, async (work) => {
      requireBetween(facts.foundOn, '2000-01-01', work.businessDate, ['foundOn', '发现日期'])
      const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
      const grave = Object.assign(new IllegalGrave(), facts, {
        id: newId(), number: await work.nextNumber('FMV'), foundBy: actor.name, holderPhoneSealed: holderPhone ? this.ciphers.encrypt(holderPhone) : null, holderPhoneMasked: holderPhone ? maskPhone(holderPhone) : null,
      })
      grave.runUntil(stepFrom(work.businessDate, book))
      work.begin(grave, graveLifecycle, 'report')
      await this.attachments.store(work, { type: 'illegal_grave', id: grave.id, divisionCode: grave.divisionCode }, 'FOUND', photo)
      return work.save(grave, 'report', { opinion: facts.description, changes: { photo: photo.digest } })
    })
  }
}
