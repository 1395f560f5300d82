import { addToMonth, firstDayOf, type Actor, type BenefitMonth } from '@xishan/domain'
import { QUALITY_PARAMETER, checkPoints, resultOf, sampleLifecycle, sampleSize, type Finding, type Registration } from '@xishan/funeral-management-contract'
import { OfficeGrade, QualitySample, RegistrationOffice, SampledFile, draw as drawFiles } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import { funeralManagementParameters } from '../../parameters'
import { rowOf, type Act } from '../archive'
import type { Draw } from '../random'
import { Deeds, DISTRICT, type FuneralOffice } from './deed'

const FIRST_MONTH: BenefitMonth = '2021-01'
/** Its files are being checked on the first day. */
const LAST_MONTH: BenefitMonth = '2025-08'

const OFFICES = [
  { name: '西山区民政局婚姻登记处', registrations: ['MARRIAGE'], address: '西山区秀苑路（演示地址）', telephone: '0871-00002001', registrars: 9, grades: [['3A 级婚姻登记机关', '2019-12-20', '2024-12-19', '演示·云民事〔2019〕12号'], ['4A 级婚姻登记机关', '2024-12-16', null, '演示·云民事〔2024〕21号']] },
  { name: '西山区民政局收养登记处', registrations: ['ADOPTION'], address: '西山区秀苑路（演示地址）', telephone: '0871-00002002', registrars: 2, grades: [] },
] as const

/** Months whose sample found a defect, and which file it was. */
const DEFECTS: Readonly<Record<string, number>> = { '2022-06 MARRIAGE': 11, '2024-03 MARRIAGE': 4, [`${LAST_MONTH} MARRIAGE`]: 7 }
const REMARK = '照片未加盖骑缝章，声明书日期漏填'
/** Of the sample under way. */
const CHECKED_SO_FAR = 18

const valueOf = (key: string): number => {
  const value = funeralManagementParameters.find((version) => version.key === key)?.value
  if (typeof value !== 'number') throw new RangeError(`no number of ${key}`)
  return value
}
const [SHARE, LEAST] = [valueOf(QUALITY_PARAMETER.share), valueOf(QUALITY_PARAMETER.least)]

/** The registration offices with their grades, and each month's random check since the plan began. */
export function writeRegistrationQuality(office: FuneralOffice, draw: Draw): void {
  const { archive, staff } = office
  const kinds: { officeId: string; registration: Registration }[] = []
  for (const { grades, registrations, ...facts } of OFFICES) {
    const deeds = new Deeds(draw.of(facts.name))
    const clerk = deeds.by(staff.one('BU_CLERK', DISTRICT, '2021-01-04'), '2021-01-04')
    const kept = Object.assign(new RegistrationOffice(), { id: archive.id(clerk.at), number: archive.number('RGO', clerk.on), divisionCode: DISTRICT })
    kept.describe({ ...facts, registrations: [...registrations] })
    archive.save(kept, 'registration_office', 'add', clerk)
    for (const [grade, gradedOn, validTo, document] of grades) {
      const on = calendar.onOrAfter(gradedOn < '2021-01-04' ? '2021-01-05' : gradedOn)
      const head = deeds.by(staff.one('BU_HEAD', DISTRICT, on), on)
      archive.add('office_grade', rowOf(Object.assign(new OfficeGrade(), { id: archive.id(head.at), officeId: kept.id, divisionCode: DISTRICT, grade, gradedOn, validTo, by: '云南省民政厅', document, note: '', enteredBy: head.actor.name })))
      archive.save(kept, 'registration_office', 'grade', head, { grade, gradedOn })
    }
    archive.add('registration_office', rowOf(kept))
    kinds.push({ officeId: kept.id, registration: registrations[0] })
  }
  for (let month = FIRST_MONTH; month <= LAST_MONTH; month = addToMonth(month, 1))
    for (const { officeId, registration } of kinds) new MonthlySample(office, officeId, registration, month, draw.of(`${registration} ${month}`)).write()
}

class MonthlySample {
  private readonly deeds: Deeds
  private seq = 0

  constructor(
    private readonly office: FuneralOffice,
    private readonly officeId: string,
    private readonly registration: Registration,
    private readonly month: BenefitMonth,
    private readonly random: Draw,
  ) {
    this.deeds = new Deeds(random.of('deeds'))
  }

  /** In most months nobody is adopted, and there is nothing to draw. */
  private register(): string[] {
    const year = this.month.slice(0, 4)
    const nth = Number(this.month.slice(5)) - 1
    const count = this.registration === 'MARRIAGE' ? this.random.int(330, 560) : Math.max(0, this.random.int(-2, 2))
    const letter = this.registration === 'MARRIAGE' ? 'J' : 'S'
    return Array.from({ length: count }, (_, at) => `${letter}530112-${year}-${String(nth * (this.registration === 'MARRIAGE' ? 600 : 3) + at + 1).padStart(6, '0')}`)
  }

  write(): void {
    const { archive, staff } = this.office
    const register = this.register()
    if (register.length === 0) return
    const first = calendar.addWorkingDays(calendar.onOrAfter(firstDayOf(addToMonth(this.month, 1))), this.random.int(2, 5))
    const clerk = staff.one('BU_CLERK', DISTRICT, first)
    const seed = Array.from({ length: 4 }, () => this.random.bits().toString(16).padStart(8, '0')).join('')
    const drawn = drawFiles(seed, register, sampleSize(register.length, SHARE, LEAST))
    const act = this.deeds.by(clerk, first)
    const sample = Object.assign(new QualitySample(), {
      id: archive.id(act.at), number: archive.number('RGQ', first), divisionCode: DISTRICT, officeId: this.officeId, registration: this.registration, month: this.month, register, seed, share: SHARE, least: LEAST, drawn: drawn.length,
      drawnBy: clerk.name, drawnOn: first, state: sampleLifecycle.initial, stateSince: first,
    })
    archive.save(sample, 'quality_sample', 'draw', act)
    this.step(sample, 'draw', null, act, { input: { month: this.month, registration: this.registration, registered: register.length, drawn: drawn.length, seed } })
    const files = drawn.map((fileNumber, at) => Object.assign(new SampledFile(), { sampleId: sample.id, position: at + 1, divisionCode: DISTRICT, fileNumber }))
    const isUnderWay = this.month === LAST_MONTH && this.registration === 'MARRIAGE'
    for (const file of isUnderWay ? files.slice(0, CHECKED_SO_FAR) : files) this.check(sample, file, clerk, calendar.addWorkingDays(first, 1 + Math.floor(file.position / 16)))
    const last = calendar.addWorkingDays(first, 2 + Math.floor(files.length / 16))
    if (!isUnderWay) this.correct(sample, files, clerk, last)
    if (!isUnderWay) this.conclude(sample, calendar.addWorkingDays(last, 1))
    archive.add('quality_sample', rowOf(sample))
    archive.add('sampled_file', ...files.map(rowOf))
  }

  private check(sample: QualitySample, file: SampledFile, clerk: Actor, on: string): void {
    const act = this.deeds.by(clerk, on)
    const isDefective = DEFECTS[`${this.month} ${this.registration}`] === file.position
    const findings = Object.fromEntries(checkPoints(this.registration).map(({ key }): [string, Finding] => [key, isDefective && key === 'PHOTO' ? 'DEFECT' : key === 'NOTICE' ? 'NOT_APPLICABLE' : 'OK']))
    const result = resultOf(Object.values(findings))
    Object.assign(file, { findings, result, remark: isDefective ? REMARK : '', checkedBy: clerk.name, checkedOn: on })
    this.office.archive.save(sample, 'quality_sample', 'check', act)
    this.step(sample, 'check', 'CHECKING', act, { input: { position: file.position, result } })
  }

  private correct(sample: QualitySample, files: readonly SampledFile[], clerk: Actor, on: string): void {
    for (const file of files.filter(({ result }) => result === 'DEFECT')) {
      Object.assign(file, { correctedOn: on, correction: '已通知当事人补正并加盖骑缝章' })
      this.office.archive.save(sample, 'quality_sample', 'correct', this.deeds.by(clerk, on), { position: file.position, correctedOn: on })
    }
  }

  private conclude(sample: QualitySample, on: string): void {
    const act = this.deeds.by(this.office.staff.one('BU_HEAD', DISTRICT, on), on)
    Object.assign(sample, { state: 'CONCLUDED', stateSince: on, concludedOn: on })
    this.office.archive.save(sample, 'quality_sample', 'conclude', act)
    this.step(sample, 'conclude', 'CHECKING', act, { opinion: '抽查程序合规，同意抽查结果。' })
  }

  private step(sample: QualitySample, action: string, from: string | null, act: Act, record: { input?: Record<string, unknown>; opinion?: string }): void {
    this.office.archive.step(sample, 'quality_sample', ++this.seq, { action, from, to: sample.state }, act, record)
  }
}
