import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ParameterVersion } from '@xishan/domain'
import { UnitOfWork, loadDivisions, loadParameters, serviceActor } from '@xishan/service-kit'
import { someone, startTestService, type TestService, type TestServiceOptions } from '@xishan/service-kit/testing'
import { z } from 'zod'
import { service as definition } from '../index'

export const STREET = '530112001'
export const COMMUNITY = '530112001001'
export const OTHER_STREET = '530112002'

/** The people of one street and of the bureau; the hall's registrar is a clerk of the bureau. */
export const staff = {
  community: someone('COMMUNITY', COMMUNITY, '杨秀兰'),
  clerk: someone('ST_CLERK', STREET, '李红梅'),
  colleague: someone('ST_CLERK', STREET, '赵云波'),
  reviewer: someone('ST_REVIEWER', STREET, '普建华'),
  leader: someone('ST_LEADER', STREET, '陈志强'),
  neighbour: someone('ST_CLERK', OTHER_STREET, '张丽琼'),
  bureauClerk: someone('BU_CLERK', '530112', '王春梅'),
  hallClerk: someone('BU_CLERK', '530112', '杨文斌'),
  head: someone('BU_HEAD', '530112', '尹绍林'),
  otherHead: someone('BU_HEAD', '530112', '杨丽华'),
  approver: someone('BU_APPROVER', '530112', '周文静'),
  director: someone('DIRECTOR', '530112', '和建国'),
  finance: someone('FINANCE', '530112', '李雪松'),
  discipline: someone('DISCIPLINE', '530112', '罗正平'),
}

const division = (code: string, name: string, kind: 'district' | 'street' | 'community') => ({
  code, name, kind, validFrom: null, validTo: null, predecessors: [], successors: [], inPlanDenominator: kind === 'community',
})
const DIVISIONS = [
  division('530112', '西山区', 'district'),
  division(STREET, '西苑街道', 'street'),
  division(COMMUNITY, '凯苑社区居委会', 'community'),
  division('530112001002', '丽苑社区居委会', 'community'),
  division(OTHER_STREET, '马街街道', 'street'),
  division('530112002001', '张峰社区居委会', 'community'),
]

/** The parameters of the first load, as the product begins with them. */
const SEEDED = z.array(ParameterVersion).parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../seeds/parameters/funeral-management.json'), 'utf8')))

/** The line's service with its divisions and parameters, on a database of its own; `changed` gives parameters other values. */
export async function openOffice(changed: Readonly<Record<string, ParameterVersion['value']>> = {}, options: TestServiceOptions = {}): Promise<TestService> {
  const service = await startTestService(definition, { ...options, jobs: false })
  await service.app.get(UnitOfWork).perform(serviceActor('funeral-management'), async (work) => {
    await loadDivisions(work, DIVISIONS)
    await loadParameters(work, SEEDED.map((version) => ({ ...version, value: changed[version.key] ?? version.value })))
  })
  // As in the house: what jobs go by is loaded before they start.
  if (options.jobs) await service.app.startJobs()
  return service
}
