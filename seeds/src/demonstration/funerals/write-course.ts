import { addMonths, maskPhone } from '@xishan/domain'
import { deathLifecycle, graveContractLifecycle } from '@xishan/funeral-management-contract'
import { Cremation, DeathReport, Disposition, GraveContract, newDeath, personColumns, type Death } from '@xishan/funeral-management-service'
import { sealDocument } from '@xishan/service-kit'
import { rowOf, type Act } from '../archive'
import { momentOf } from '../identifiers'
import type { Person } from '../people'
import { streetOf } from '../staff'
import type { Course, Rest } from './course'
import { Deeds, DISTRICT, tell, type FuneralOffice } from './deed'
import type { Deceased } from './people-who-died'

const HALL = '滇池西殡仪馆'
export const TERM_YEARS = 20

export const later = (one: string, other: string): string => (one > other ? one : other)

/** Numbers are given in the order of the days, before anything is written. */
export interface Numbers {
  death: string
  cremation: string
  keeping: string
  rest: string
  contract: string
}

export interface Buyer {
  person: Person
  signedOn: string
  priceFen: number
}

/** Everything that is written of one who died, by the rules of `RegisterDeath`, `RecordCremation`, `RecordDisposition` and `SellPlot`. */
export class CourseWriter {
  private readonly deeds: Deeds
  private readonly reports: DeathReport[] = []

  constructor(
    private readonly office: FuneralOffice,
    private readonly course: Course,
    private readonly numbers: Numbers,
    private readonly buyer: Buyer | null,
  ) {
    this.deeds = new Deeds(course.deceased.draw.of('deeds'))
  }

  private get deceased(): Deceased {
    return this.course.deceased
  }

  write(deathId?: string): void {
    const { archive } = this.office
    const { registeredOn, crematedOn, first } = this.course
    const act = this.deeds.by(first === 'HALL' ? this.bureau(registeredOn) : this.street(registeredOn), registeredOn)
    const death = this.register(act, deathId ?? archive.id(act.at))
    const cremation = crematedOn ? this.cremate(death, first === 'HALL' ? act : this.deeds.by(this.bureau(crematedOn), crematedOn)) : null
    const kept = this.keep(death)
    const rest = this.rest(death, kept)
    archive.add('death', rowOf(death))
    archive.add('death_report', ...this.reports.map(rowOf))
    if (cremation) archive.add('cremation', rowOf(cremation))
    for (const disposition of [kept, rest]) if (disposition) archive.add('disposition', rowOf(disposition))
    if (this.course.rest?.plot && this.buyer) this.sell(death, cremation, this.course.rest, this.buyer)
  }

  private bureau(on: string) {
    return this.office.staff.one('BU_CLERK', DISTRICT, on)
  }

  private street(on: string) {
    const { staff } = this.office
    return this.deceased.draw.of('clerk').pick(staff.all('ST_CLERK', streetOf(this.deceased.community), on))
  }

  private register(act: Act, id: string): Death {
    const { archive, ciphers } = this.office
    const { person, community, diedOn, place, cause, certificate, relative } = this.deceased
    const isHall = this.course.first === 'HALL'
    const source = isHall ? 'CREMATION' : 'REGISTRATION'
    const reference = isHall ? this.numbers.cremation : certificate.number
    const columns = personColumns(ciphers, { name: person.name, document: person.document, sex: person.sex, birthDate: person.birthDate, ethnicity: person.ethnicity, hukouDivisionCode: community }, diedOn, act.on, 'deceased')
    const informant = isHall ? {} : { informantName: relative.name, informantRelation: relative.relation, informantPhoneSealed: ciphers.encrypt(relative.phone), informantPhoneMasked: maskPhone(relative.phone) }
    const facts = { place, cause, certificateKind: certificate.kind, certificateNumber: certificate.number, certificateIssuer: certificate.issuer, ...informant }
    const death = Object.assign(newDeath({ person: columns, diedOn, source, reference, facts }, act.on, act.actor.name, this.numbers.death), { id, state: deathLifecycle.initial, stateSince: act.on })
    tell(this.office, death, act)
    archive.save(death, 'death', 'register', act)
    archive.step(death, 'death', 1, { action: 'register', from: null, to: death.state }, act, { input: { source, reference } })
    this.report(death, act, source, reference)
    return death
  }

  private report({ id: deathId, divisionCode, diedOn }: Death, { at, on, actor }: Act, source: DeathReport['source'], reference: string): void {
    this.reports.push(Object.assign(new DeathReport(), { id: this.office.archive.id(at), deathId, divisionCode, source, diedOn, reference, reportedBy: actor.name, reportedOn: on }))
  }

  private cremate(death: Death, act: Act): Cremation {
    const { archive, ciphers } = this.office
    const { relative, draw, diedOn } = this.deceased
    const number = this.numbers.cremation
    if (this.course.first === 'STREET') {
      archive.save(death, 'death', 'tellAgain', act, { source: 'CREMATION', diedOn })
      this.report(death, act, 'CREMATION', number)
    }
    const begun = draw.int(450, 530)
    const collected = diedOn < act.on ? momentOf(act.on, draw.int(360, 440)) : momentOf(act.on, 400)
    const cremation = Object.assign(new Cremation(), {
      id: archive.id(act.at), number, divisionCode: death.divisionCode, deathId: death.id, deceasedName: death.deceasedName, certificateNumber: `DCX-${number.slice(-11)}`, hall: HALL, furnace: String(draw.int(1, 6)),
      collectedAt: new Date(collected), crematedAt: new Date(momentOf(act.on, begun)), ashReceiver: relative.name, ashReceiverRelation: relative.relation, ashReceiverPhoneSealed: ciphers.encrypt(relative.phone),
      ashReceiverPhoneMasked: maskPhone(relative.phone), ashes: this.course.ashes, recordedBy: act.actor.name, recordedOn: act.on,
    })
    archive.save(cremation, 'cremation', 'record', act)
    return cremation
  }

  private keep(death: Death): Disposition | null {
    const { keptFrom } = this.course
    if (!keptFrom) return null
    return this.dispose(death, this.deeds.by(this.bureau(keptFrom), keptFrom), this.numbers.keeping, { kind: 'TEMPORARY', remains: 'ASHES', on: keptFrom, place: `${HALL}寄存室`, facilityId: null, plot: null })
  }

  private rest(death: Death, kept: Disposition | null): Disposition | null {
    const { rest } = this.course
    if (!rest) return null
    const on = later(rest.on, this.course.registeredOn)
    const act = this.deeds.by(this.bureau(on), on)
    if (kept) {
      kept.end(rest.on, this.deceased.relative.name)
      this.office.archive.save(kept, 'disposition', 'end', act)
    }
    return this.dispose(death, act, this.numbers.rest, rest)
  }

  private dispose(death: Death, act: Act, number: string, { kind, remains, on, place, facilityId }: Rest): Disposition {
    const { archive } = this.office
    const { relative } = this.deceased
    const { id: deathId, deceasedName, documentType, documentNumberSealed, documentMasked, documentLookup, divisionCode } = death
    const disposition = Object.assign(new Disposition(), {
      deathId, deceasedName, documentType, documentNumberSealed, documentMasked, documentLookup, divisionCode, kind, remains, disposedOn: on, place, facilityId, certificateNumber: `${kind === 'TEMPORARY' ? 'JC' : 'AZ'}-${number.slice(-11)}`,
      handler: relative.name, handlerRelation: relative.relation, remark: '', id: archive.id(act.at), number, recordedBy: act.actor.name, recordedOn: act.on,
    })
    archive.save(disposition, 'disposition', 'record', act)
    return disposition
  }

  /** Sold against the certificate on the day of the burial or before it was recorded. */
  private sell(death: Death, cremation: Cremation | null, { plot, on }: Rest, { person, signedOn, priceFen }: Buyer): void {
    const { archive, ciphers } = this.office
    if (!plot) return
    const day = later(on, this.course.registeredOn)
    const clerk = plot.facility.kind === 'RURAL' ? this.office.staff.one('ST_CLERK', plot.facility.divisionCode, day) : this.bureau(day)
    const act = this.deeds.by(clerk, day)
    const holder = sealDocument(ciphers, person.document)
    const { relative } = this.deceased
    const contract = Object.assign(new GraveContract(), {
      id: archive.id(act.at), number: this.numbers.contract, divisionCode: plot.facility.divisionCode, plotId: plot.id, relation: relative.relation, ground: cremation ? 'CREMATION' : 'DEATH',
      certificateNumber: cremation ? cremation.certificateNumber : death.certificateNumber, proof: '', priceFen, signedOn, deathId: death.id, userName: death.deceasedName, userNumberSealed: death.documentNumberSealed,
      userMasked: death.documentMasked, userLookup: death.documentLookup, holderName: person.name, holderDocumentType: holder.documentType, holderNumberSealed: holder.documentNumberSealed, holderMasked: holder.documentMasked,
      holderLookup: holder.documentLookup, holderPhoneSealed: ciphers.encrypt(relative.phone), holderPhoneMasked: maskPhone(relative.phone), expiresOn: addMonths(signedOn, 12 * TERM_YEARS), recordedBy: act.actor.name,
      state: graveContractLifecycle.initial, stateSince: act.on,
    })
    archive.save(contract, 'grave_contract', 'sell', act)
    archive.step(contract, 'grave_contract', 1, { action: 'sell', from: null, to: contract.state }, act, { input: { ground: contract.ground, priceFen, plot: `${plot.row}-${plot.column}` } })
    contract.occupiedOn = on
    archive.save(contract, 'grave_contract', 'occupy', this.deeds.by(clerk, act.on))
    archive.add('grave_contract', rowOf(contract))
  }
}
