import { syntheticCitizenNumber } from '@xishan/domain'
import { INSPECTION_POINTS, routes, type InspectionResult } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { staff } from './office'

let named = 0

export const aFacility = (changed: object = {}) => ({
  name: `西山公墓${++named}`,
  kind: 'CEMETERY',
  divisionCode: '530112001',
  address: '西山区碧鸡路 66 号',
  operator: '西山陵园管理有限公司',
  telephone: '0871-68181234',
  approval: { authority: '云南省民政厅', document: '云民批〔2009〕12号', approvedOn: '2009-06-01' },
  ...changed,
})

export const aZone = (changed: object = {}) => ({ version: 1, name: '松柏园', plotKind: 'ECO_SINGLE', rows: 3, columns: 4, area: 0.5, ...changed })

let citizens = 0
export const aCitizen = (birthDate = '1970-05-06') => ({ type: '1', number: syntheticCitizenNumber({ addressCode: '530112', birthDate, sex: '2', sequence: ++citizens }) })

/** A sale by the certificate of a registered death; `changed` gives another ground. */
export const aSale = (certificateNumber: string | null, changed: object = {}) => ({
  holder: { name: '李建军', document: aCitizen(), phone: '13812345678' },
  relation: '儿子',
  ground: 'DEATH',
  certificateNumber,
  user: null,
  proof: '',
  priceFen: 1_280_000,
  signedOn: '2025-09-26',
  ...changed,
})

/** A facility with one zone, and its plots row by row. */
export async function aCemetery(office: TestService, facility: object = {}, zone: object = {}) {
  const { body: saved } = await office.call(staff.bureauClerk, routes.addFacility, { body: aFacility(facility) })
  const { status, body } = await office.call(staff.bureauClerk, routes.addZone, { params: { id: saved.id }, body: aZone(zone) })
  if (status !== 200) throw new Error(JSON.stringify(body))
  const { body: map } = await office.call(staff.bureauClerk, routes.getPlotMap, { params: { id: body.id } })
  return { id: saved.id, zoneId: body.id, plots: map.plots }
}

/** A check sheet on which all is well but what `changed` says. */
export const anInspection = (changed: Record<string, InspectionResult> = {}, more: object = {}) => ({
  inspectedOn: '2025-09-20',
  inspectors: '王春梅、杨文斌',
  results: { ...Object.fromEntries(INSPECTION_POINTS.map(({ key }) => [key, 'OK'])), ...changed },
  findings: Object.values(changed).includes('DEFECT') ? '限期整改到位' : '',
  ...more,
})
