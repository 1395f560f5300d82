import { daysBetween } from '@xishan/domain'
import type { FacilityKind, FreeClass } from '@xishan/funeral-management-contract'
import { IssueBill, KeepBill } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import type { Draw } from '../random'
import type { Diary } from './diary'

/** Bills of a year at the hall and beside the graves: a part of all, so that the demonstration stays small. */
const AT_THE_HALL = 262
const AT_THE_GRAVES = 34

interface Served {
  deathId: string
  facilityId: string
  kind: FacilityKind
  diedOn: string
  on: string
  payerName: string
  payerRelation: string
  ashes: string
}

export interface IssuedBill {
  id: string
  on: string
  draw: Draw
}

/** Of every third family. */
const CLASSES: readonly (readonly [FreeClass, number])[] = [['SUBSISTENCE', 57], ['ENTITLED', 23], ['EXTREME_HARDSHIP', 20]]
const EVIDENCE: Readonly<Record<FreeClass, string>> = { SUBSISTENCE: '低保证', EXTREME_HARDSHIP: '特困人员救助供养证', ORPHAN: '孤儿证明', ENTITLED: '优抚对象证件', UNIDENTIFIED: '公安机关遗体处理通知书', RESIDENT: '户口簿' }
/** From this day on the prices are posted through the platform. */
const PRICES_HANG = '2024-10-18'
/** Bills that were wrong, by their order: taken back, thrown away before they were issued. */
const REVERSED = [33, 150]
const DISCARDED = [80]

const SERVED = `
  select c.death_id as "deathId", f.id as "facilityId", f.kind, x.died_on::text as "diedOn", c.recorded_on::text as on, c.ash_receiver as "payerName", c.ash_receiver_relation as "payerRelation", c.ashes
  from (select * from cremation order by md5(number) limit ${AT_THE_HALL}) c join death x on x.id = c.death_id and x.state = 'REGISTERED' join facility f on f.kind = 'HALL'
  union all
  select d.death_id, f.id, f.kind, x.died_on::text, d.recorded_on::text, d.handler, d.handler_relation, ''
  from (select * from disposition where death_id is not null and state = 'STANDING' and least(recorded_on, disposed_on) >= '${PRICES_HANG}' and facility_id is not null and kind <> 'TEMPORARY' order by md5(number) limit ${AT_THE_GRAVES}) d
    join death x on x.id = d.death_id and x.state = 'REGISTERED' join facility f on f.id = d.facility_id and f.kind <> 'HALL'
  order by 5, 1`

/** What families are charged on the day, with what is free for them; the rest of them wait or were wrong. */
export async function planBills(diary: Diary, draw: Draw, issued: (bill: IssuedBill) => void): Promise<void> {
  const { past } = diary
  const served = (await past.ask<Served>(SERVED)).filter(({ on }) => on >= PRICES_HANG)
  for (const [nth, each] of served.entries())
    diary.plan(each.on, async () => {
      const own = draw.of(nth)
      const clerk = past.bureau('BU_CLERK', each.on)
      const { deathId, facilityId, payerName, payerRelation } = each
      const freeClass = each.kind === 'COLUMBARIUM' || (each.kind === 'HALL' && nth % 3 === 0) ? own.weighted(CLASSES) : null
      const evidence = freeClass ? `${EVIDENCE[freeClass]} 演示${each.on.slice(0, 4)}${String(own.int(1, 99_999)).padStart(6, '0')}` : ''
      const { id, version } = await past.its(KeepBill).record(clerk, { deathId, facilityId, payerName, payerRelation, freeClass, evidence, lines: linesOf(each, own) })
      if (DISCARDED.includes(nth)) return past.its(KeepBill).discard(clerk, id, { version, reason: '家属改在外区火化，清单作废' })
      if (each.on >= '2025-09-29') return
      const bill = await past.its(IssueBill).issue(clerk, id, { version })
      issued({ id, on: each.on, draw: own })
      if (!REVERSED.includes(nth)) return
      const later = calendar.addWorkingDays(each.on, 4)
      diary.plan(later, () => past.its(IssueBill).reverse(past.bureau('BU_HEAD', later), id, { version: bill.version, reason: '存放天数录入有误，冲销后重新出具' }))
    })
  await planUnknown(diary, issued, draw.of('unknown'))
}

/** Somebody without a name is carried and kept at nobody's cost. */
async function planUnknown(diary: Diary, issued: (bill: IssuedBill) => void, draw: Draw): Promise<void> {
  const { past } = diary
  const found = await past.ask<{ deathId: string; diedOn: string; on: string; facilityId: string }>(
    `select x.id as "deathId", x.died_on::text as "diedOn", x.known_on::text as on, f.id as "facilityId" from death x join facility f on f.kind = 'HALL' where x.state = 'UNIDENTIFIED' order by x.number`,
  )
  for (const [nth, { deathId, diedOn, on, facilityId }] of found.entries())
    diary.plan(on, async () => {
      const clerk = past.bureau('BU_CLERK', on)
      const lines = [{ code: 'JB01', serviceOn: diedOn, quantity: 1 }, { code: 'JB02', serviceOn: on, quantity: 3 }]
      const { id, version } = await past.its(KeepBill).record(clerk, { deathId, facilityId, payerName: '西山区救助管理站', payerRelation: '送交单位', freeClass: 'UNIDENTIFIED', evidence: `${EVIDENCE.UNIDENTIFIED} 演示${on.replaceAll('-', '')}`, lines })
      await past.its(IssueBill).issue(clerk, id, { version })
      issued({ id, on, draw: draw.of(nth) })
    })
}

function linesOf({ kind, diedOn, on, ashes }: Served, draw: Draw): { code: string; serviceOn: string; quantity: number }[] {
  const days = Math.max(1, daysBetween(diedOn, on))
  const wants = (share: number, code: string, quantity: number, serviceOn = on) => (draw.chance(share) ? [{ code, serviceOn, quantity }] : [])
  switch (kind) {
    case 'HALL':
      return [
        ...wants(0.94, 'JB01', 1, diedOn), ...wants(0.9, 'JB02', days), ...wants(1, 'JB03', 1), ...wants(ashes === 'ASH_KEPT' ? 0.8 : 0, 'JB04', draw.pick([3, 6, 12])), ...wants(0.55, 'XZ01', 1), ...wants(0.3, 'XZ02', 1),
        ...wants(0.62, 'XZ03', 1), ...wants(on < '2025-04-01' ? 0.4 : 0, 'XZ04', draw.int(2, 10)), ...wants(0.35, 'XZ05', Math.min(days, 3)), ...wants(on >= '2025-04-01' ? 0.4 : 0, 'XZ06', draw.int(1, 4)),
      ]
    case 'COLUMBARIUM':
      return [...wants(1, 'GH01', 12), ...wants(0.7, 'GH02', 1), ...wants(0.4, 'GH03', 1)]
    case 'CEMETERY':
      return [...wants(1, 'GM01', 1), ...wants(0.8, 'GM02', draw.int(12, 40)), ...wants(0.5, 'GM03', 5)]
    case 'RURAL':
      return [...wants(1, 'NG01', 1), ...wants(0.6, 'NG02', 5)]
  }
}

