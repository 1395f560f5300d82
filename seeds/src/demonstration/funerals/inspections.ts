import { addDays, type Saved } from '@xishan/domain'
import { INSPECTION_POINTS, type InspectionResult } from '@xishan/funeral-management-contract'
import { InspectFacility } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import type { Past } from '../money/past'

const FINDINGS: readonly (readonly [(typeof INSPECTION_POINTS)[number]['key'], string, string])[] = [
  ['FIRE', '灭火器过期 6 具，防火隔离带未清理，限期更换和清理。', '已更换灭火器，防火隔离带清理完毕，附照片。'],
  ['PRICE', '服务大厅价格公示牌内容未更新，限期更新公示。', '已按现行价格更新公示牌。'],
  ['RECORDS', '部分安葬登记未录入联系人，限期补录。', '已补录联系人信息。'],
  ['PLOT_SIZE', '个别墓位围边超出批准范围，限期拆除超出部分。', '超出部分已拆除。'],
]
/** Facilities that nobody has looked at yet this year. */
const NOT_YET = 2

/** The yearly inspections, most without a finding; of this year's one finding waits for its rectification, one for the second look. */
export async function playInspections(past: Past): Promise<void> {
  const facilities = await past.ask<{ id: string }>(`select id from facility where kind <> 'HALL' order by number`)
  for (const year of [2023, 2024, 2025])
    for (const [nth, { id }] of facilities.entries()) {
      if (year === 2025 && nth >= facilities.length - NOT_YET) continue
      const on = calendar.onOrAfter(addDays(year === 2025 ? `${year}-08-04` : `${year}-05-09`, nth * 4))
      const finding = (nth + year) % 3 === 0 ? FINDINGS[(nth + year) % FINDINGS.length] : undefined
      await inspect(past, id, on, finding, year < 2025 ? 'CLOSED' : nth % 2 === 0 ? 'RECTIFIED' : 'RECTIFYING')
    }
}

async function inspect(past: Past, id: string, on: string, finding: (typeof FINDINGS)[number] | undefined, goal: 'CLOSED' | 'RECTIFIED' | 'RECTIFYING'): Promise<void> {
  const desk = past.its(InspectFacility)
  const clerk = past.bureau('BU_CLERK', on)
  const results = Object.fromEntries(INSPECTION_POINTS.map(({ key }): [string, InspectionResult] => [key, key === finding?.[0] ? 'DEFECT' : 'OK']))
  let saved: Saved = await past.on(on, () => desk.record(clerk, id, { inspectedOn: on, inspectors: `${clerk.name}、李国栋`, results, findings: finding?.[1] ?? '' }))
  if (!finding || goal === 'RECTIFYING') return
  const rectifiedOn = calendar.addWorkingDays(on, 12)
  saved = await past.on(rectifiedOn, () => desk.rectify(clerk, saved.id, { version: saved.version, rectifiedOn, rectification: finding[2] }))
  if (goal === 'RECTIFIED') return
  const closedOn = calendar.addWorkingDays(rectifiedOn, 3)
  await past.on(closedOn, () => desk.close(past.bureau('BU_HEAD', closedOn), saved.id, { version: saved.version, opinion: '现场复核，已整改到位。' }))
}
