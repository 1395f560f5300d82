import { spokenName, type Saved } from '@xishan/domain'
import { KeepArchive, KeepMourningPlace, KeepTraining } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import { divisionsOn } from '../../divisions'
import type { Past } from '../money/past'
import type { People } from '../people'
import { streets } from '../places'
import type { Draw } from '../random'
import { TODAY } from './size'

/** Places where families of a street gather to mourn, trainings, and how far the archive is on its way into files. */
export async function playServicesAround(past: Past, people: People, draw: Draw): Promise<void> {
  await mourningPlaces(past, draw.of('mourning'))
  await trainings(past, people, draw.of('trainings'))
  await archive(past, draw.of('archive'))
}

const LAST_STREETS_WITHOUT = 2

async function mourningPlaces(past: Past, draw: Draw): Promise<void> {
  const keep = past.its(KeepMourningPlace)
  for (const [nth, street] of streets.slice(0, streets.length - LAST_STREETS_WITHOUT).entries()) {
    const communities = divisionsOn(TODAY).childrenOf(street.code)
    const [own] = communities
    if (!own) continue
    const on = calendar.onOrAfter(`${2022 + (nth % 3)}-05-1${nth % 9}`)
    const clerk = past.bureau('BU_CLERK', on)
    const name = `${spokenName(own.name)}集中治丧场所`
    const serves = communities.slice(0, Math.ceil(communities.length * 0.7)).map(({ code }) => code)
    const address = `${divisionsOn(TODAY).get(street.code).name}${spokenName(own.name)}（演示地址）`
    let saved: Saved = await past.on(on, () => keep.add(clerk, { divisionCode: own.code, name, serves, address, capacity: draw.int(8, 30) * 10, operator: own.name, telephone: `0871-0000${3001 + nth}`, rules: '文明节俭治丧，不占道搭棚，不燃放烟花爆竹。' }))
    saved = await past.on(on, () => keep.open(clerk, saved.id, { version: saved.version, openedOn: on }))
    const looked = calendar.onOrAfter(`2025-06-1${nth % 9}`)
    const isFit = nth !== 3
    await past.on(looked, () => keep.check(past.bureau('BU_CLERK', looked), saved.id, { version: saved.version, checkedOn: looked, checkers: `${clerk.name}、李国栋`, isFit, findings: isFit ? '' : '灭火器数量不足，限期补齐。' }))
  }
}

const COURSES = [
  { kind: 'FUNERAL', title: '遗体火化师职业技能培训', heldOn: '2024-11-20', hours: 16, unit: '滇池西殡仪馆', count: 14 },
  { kind: 'FUNERAL', title: '殡葬服务礼仪和行风建设培训', heldOn: '2025-03-18', hours: 8, unit: '碧鸡陵园', count: 22 },
  { kind: 'FUNERAL', title: '公墓消防安全培训', heldOn: '2025-09-10', hours: 4, unit: '长坡公墓', count: 18 },
  { kind: 'REGISTRAR', title: '婚姻登记员业务培训（新修订《婚姻登记条例》）', heldOn: '2025-05-08', hours: 16, unit: '西山区民政局婚姻登记处', count: 9 },
  { kind: 'REGISTRAR', title: '收养评估和登记业务培训', heldOn: '2025-07-16', hours: 8, unit: '西山区民政局收养登记处', count: 4 },
] as const

async function trainings(past: Past, people: People, draw: Draw): Promise<void> {
  const keep = past.its(KeepTraining)
  for (const [nth, { kind, title, heldOn, hours, unit, count }] of COURSES.entries()) {
    const on = calendar.onOrAfter(heldOn)
    const clerk = past.bureau('BU_CLERK', on)
    const saved = await past.on(on, () => keep.add(clerk, { kind, title, heldOn: on, hours, organiser: '西山区民政局', place: '区民政局会议室', note: '' }))
    const own = draw.of(nth)
    const trainees = Array.from({ length: count }, (_, at) => {
      const isPassed = own.chance(0.94)
      const person = people.make({ sex: own.chance(0.5) ? '1' : '2', age: own.int(24, 56), on, ethnicity: '01' })
      return { name: person.name, workUnit: unit, certificateNumber: isPassed ? `演示培${on.slice(0, 4)}${nth + 1}${String(at + 1).padStart(3, '0')}` : '', result: isPassed ? ('PASSED' as const) : ('FAILED' as const) }
    })
    const known = new Set<string>()
    await past.on(on, () => keep.keepTrainees(clerk, saved.id, { version: saved.version, trainees: trainees.filter(({ name }) => !known.has(name) && known.add(name)) }))
  }
}

/** By decade: how many files there are, and what share of them is done. */
const DECADES: readonly (readonly [number, number, number])[] = [[1980, 18_400, 0.86], [1990, 31_200, 0.62], [2000, 42_500, 0.35], [2010, 51_300, 0.12]]
const MONTHS = ['2025-05', '2025-06', '2025-07', '2025-08'] as const

async function archive(past: Past, draw: Draw): Promise<void> {
  const keep = past.its(KeepArchive)
  const [office] = await past.ask<{ id: string }>(`select id from registration_office where 'MARRIAGE' = any(registrations) order by number limit 1`)
  if (!office) return
  for (const [decade, files, share] of DECADES) {
    const on = '2025-05-12'
    let saved: Saved = await past.on(on, () => keep.add(past.bureau('BU_CLERK', on), { officeId: office.id, registration: 'MARRIAGE', decade, files, targetOn: `${decade < 2000 ? 2025 : 2027}-12-31`, shelf: `档案室 ${(decade - 1970) / 10} 号柜` }))
    for (const month of MONTHS) {
      const entered = calendar.onOrAfter(`${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}-03`)
      const digitised = Math.floor((files * share) / MONTHS.length)
      saved = await past.on(entered, () => keep.enter(past.bureau('BU_CLERK', entered), saved.id, { version: saved.version, month, digitised, checked: Math.floor(digitised * (0.9 + draw.part() * 0.08)), doneBy: '档案数字化服务单位（演示）', note: '' }))
    }
  }
}
