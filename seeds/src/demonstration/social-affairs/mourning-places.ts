import { spokenName, type Saved } from '@xishan/domain'
import { KeepMourningPlace } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import { divisionsOn } from '../../divisions'
import { TODAY } from '../funerals/size'
import type { Diary, Planned } from './diary'

/** The two streets of villages: a place for every two of three of their communities. */
const STREETS = ['530112009', '530112010']
const YEARS = [2023, 2024, 2025]
/** By their order: not opened yet, given up, not looked at this year, found wanting. */
const BUILT = 4
const CLOSED = 7
const UNCHECKED = [2, 9]
const UNFIT = 6

export function planMourningPlaces(diary: Diary): void {
  const tree = divisionsOn(TODAY)
  const places = STREETS.flatMap((street) => tree.childrenOf(street).flatMap((own, at, communities) => (at % 3 === 0 ? [{ street, serves: communities.slice(at, at + 2) }] : [])))
  for (const [nth, { street, serves: [own, next] }] of places.entries()) {
    if (!own) continue
    const serves = [own, ...(next ? [next] : [])].map(({ code }) => code)
    const address = `${tree.get(street).name}${spokenName(own.name)}活动中心旁（演示地址）`
    const input = { divisionCode: own.code, name: `${spokenName(own.name)}集中治丧点`, serves, address, capacity: 80 + (nth % 4) * 40, operator: own.name, telephone: `0871-0000${4001 + nth}`, rules: '提前一天向居委会预约，文明节俭治丧，用后清扫干净。' }
    diary.planInTurn(historyOf(diary, nth, street, input))
  }
}

function historyOf({ past }: Diary, nth: number, street: string, input: Parameters<KeepMourningPlace['add']>[1]): Planned[] {
  const keep = past.its(KeepMourningPlace)
  let saved: Saved = { id: '', version: 0 }
  const by = (on: string) => past.staff.one('ST_CLERK', street, on)
  const step = (day: string, act: (on: string) => Promise<Saved>): Planned => {
    const on = calendar.onOrAfter(day)
    return { on, act: async () => (saved = await act(on)) }
  }
  const added = nth === BUILT ? '2025-08-18' : `2022-${String(4 + (nth % 6)).padStart(2, '0')}-12`
  const steps = [step(added, (on) => keep.add(by(on), input))]
  if (nth === BUILT) return steps
  steps.push(step(added, (on) => keep.open(by(on), saved.id, { version: saved.version, openedOn: on })))
  for (const year of YEARS) {
    if (year === 2025 && (nth === CLOSED || UNCHECKED.includes(nth))) continue
    const isFit = !(year === 2025 && nth === UNFIT)
    steps.push(step(`${year}-05-${String(8 + nth).padStart(2, '0')}`, (on) => keep.check(by(on), saved.id, { version: saved.version, checkedOn: on, checkers: `${by(on).name}、居委会负责人`, isFit, findings: isFit ? '' : '厨房燃气管老化，灭火器过期，限期一个月更换。' })))
  }
  if (nth === CLOSED) steps.push(step('2025-03-20', (on) => keep.close(by(on), saved.id, { version: saved.version, closedOn: on, reason: '房屋列入道路拓宽范围拆除，群众改用相邻社区场所' })))
  return steps
}
