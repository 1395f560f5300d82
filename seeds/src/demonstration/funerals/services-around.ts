import { spokenName, type Saved } from '@xishan/domain'
import { KeepArchive, KeepMourningPlace } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import { divisionsOn } from '../../divisions'
import type { Past } from '../money/past'
import { streets } from '../places'
import type { Draw } from '../random'
import { TODAY } from './size'

/** Places where families of a street gather to mourn, and how far the archive is on its way into files. */
export async function playServicesAround(past: Past, draw: Draw): Promise<void> {
  await mourningPlaces(past, draw.of('mourning'))
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
