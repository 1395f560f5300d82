import { DomainProblem, addMonths, ageOn, label, maskPhone, readIdentityDocument, type Actor, type ParameterBook, type Saved } from '@xishan/domain'
import { PLOT_PARAMETER, SALE_GROUND, graveContractLifecycle, type SellPlot as Sale } from '@xishan/funeral-management-contract'
import { BusinessClock, CIPHERS, DivisionNames, ParameterBooks, UnitOfWork, newId, requirePlausibleDocument, sealDocument, type Ciphers, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Facility, Plot } from './facility.entity'
import { GraveContract } from './grave-contract.entity'
import { lockedPlot } from './keep-plot'

type UserOf = Pick<GraveContract, 'deathId' | 'userName' | 'userNumberSealed' | 'userMasked' | 'userLookup'> & { hukou: string | null }

/** A free plot is sold for somebody who died, or by one of the exceptions; never to speculate (specification E1). */
@Injectable()
export class SellPlot {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(CIPHERS) private readonly ciphers: Ciphers,
  ) {}

  async execute(actor: Actor, plotId: string, input: Sale): Promise<Saved> {
    const names = await this.divisions.on(await this.clock.today())
    return this.unitOfWork.run(actor, async (work) => {
      const book = await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters))
      const plot = await lockedPlot(work, plotId, ['FREE', 'RESERVED'])
      const facility = await work.findOne(Facility, { id: plot.facilityId })
      if (input.signedOn > work.businessDate) throw new DomainProblem('contract-date', { reason: `签订日期 ${input.signedOn} 晚于业务日期 ${work.businessDate}` }, [{ field: 'signedOn', message: `不能晚于 ${work.businessDate}` }])
      requirePlausibleDocument(input.holder.document, work.businessDate, 'holder.document.number')
      const { hukou, ...user } = await this.userOf(work, input, book)
      if (facility?.kind === 'RURAL' && !hukou?.startsWith(facility.divisionCode)) throw new DomainProblem('plot-villagers-only', { place: names.whole(facility.divisionCode) }, [{ field: 'ground', message: '只供本地村民使用' }])
      await requireNone(work, user)
      const holder = sealDocument(this.ciphers, input.holder.document)
      const { relation, ground, certificateNumber, proof, priceFen, signedOn } = input
      const contract = Object.assign(new GraveContract(), user, {
        id: newId(), number: await work.nextNumber('FMG'), divisionCode: plot.divisionCode, plotId, relation, ground, certificateNumber, proof, priceFen, signedOn,
        holderName: input.holder.name, holderDocumentType: holder.documentType, holderNumberSealed: holder.documentNumberSealed, holderMasked: holder.documentMasked, holderLookup: holder.documentLookup,
        holderPhoneSealed: this.ciphers.encrypt(input.holder.phone), holderPhoneMasked: maskPhone(input.holder.phone), expiresOn: addMonths(signedOn, 12 * book.number(PLOT_PARAMETER.termYears)), recordedBy: actor.name,
      })
      work.begin(contract, graveContractLifecycle, 'sell')
      await work.update(Plot, { id: plotId }, { state: 'SOLD', note: '' })
      return work.save(contract, 'sell', { input: { ground, priceFen, plot: `${plot.row}-${plot.column}` } })
    })
  }

  private userOf(work: Work, { ground, certificateNumber, user }: Sale, book: ParameterBook): Promise<UserOf> | UserOf {
    if (ground === 'DEATH' || ground === 'CREMATION') return deceasedOf(work, ground, certificateNumber ?? '')
    if (!user) throw new DomainProblem('invalid-input', {}, [{ field: 'user', message: '请填写使用人' }])
    requirePlausibleDocument(user.document, work.businessDate, 'user.document.number')
    const reading = readIdentityDocument(user.document.type, user.document.number)
    const age = reading.ok && reading.birthDate ? ageOn(reading.birthDate, work.businessDate) : 0
    const limit = book.number(PLOT_PARAMETER.elderAge)
    if (ground === 'ELDER' && age < limit) throw new DomainProblem('plot-user-too-young', { age: String(age), limit: String(limit) }, [{ field: 'user.document.number', message: `未满 ${limit} 周岁` }])
    const sealed = sealDocument(this.ciphers, user.document)
    return { deathId: null, userName: user.name, userNumberSealed: sealed.documentNumberSealed, userMasked: sealed.documentMasked, userLookup: sealed.documentLookup, hukou: null }
  }
}

/** @throws DomainProblem `plot-certificate-unknown` */
async function deceasedOf(work: Work, ground: 'DEATH' | 'CREMATION', certificate: string): Promise<UserOf> {
  const [found] = await work.query<UserOf>(
    `select d.id as "deathId", d.deceased_name as "userName", d.document_number_sealed as "userNumberSealed", d.document_masked as "userMasked", d.document_lookup as "userLookup", d.hukou_division_code as hukou
     from death d ${ground === 'CREMATION' ? 'join cremation c on c.death_id = d.id' : ''}
     where ${ground === 'CREMATION' ? 'c' : 'd'}.certificate_number = $1 and d.state in ('REGISTERED', 'DISPUTED', 'UNIDENTIFIED')
     order by exists (select from grave_contract g where g.death_id = d.id and g.state <> 'ENDED'), d.number limit 1`,
    [certificate],
  )
  if (!found) throw new DomainProblem('plot-certificate-unknown', { certificate, kind: label(SALE_GROUND, ground) }, [{ field: 'certificateNumber', message: '没有登记，请核对编号' }])
  return found
}

/** @throws DomainProblem `plot-user-has-one` */
async function requireNone(work: Work, { deathId, userLookup }: Omit<UserOf, 'hukou'>): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext($1))`, [`grave of ${userLookup ?? deathId}`])
  const [other] = await work.query<{ number: string }>(`select number from grave_contract where state <> 'ENDED' and (death_id = $1 or user_lookup = $2)`, [deathId, userLookup])
  if (other) throw new DomainProblem('plot-user-has-one', { number: other.number })
}
