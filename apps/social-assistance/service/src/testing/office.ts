import type { ParameterVersion } from '@xishan/domain'
import { UnitOfWork, serviceActor, loadDivisions, loadParameters } from '@xishan/service-kit'
import { someone, startTestService, type TestService, type TestServiceOptions } from '@xishan/service-kit/testing'
import { service as definition } from '../index'
import { parameterVersions } from './parameter-values'

export const STREET = '530112001'
export const COMMUNITY = '530112001001'
export const OTHER_STREET = '530112002'

/** The people of one street and of the bureau. */
export const staff = {
  community: someone('COMMUNITY', COMMUNITY, '杨秀兰'),
  clerk: someone('ST_CLERK', STREET, '李红梅'),
  colleague: someone('ST_CLERK', STREET, '赵云波'),
  reviewer: someone('ST_REVIEWER', STREET, '普建华'),
  leader: someone('ST_LEADER', STREET, '陈志强'),
  neighbour: someone('ST_CLERK', OTHER_STREET, '张丽琼'),
  neighbouringReviewer: someone('ST_REVIEWER', OTHER_STREET, '段永芳'),
  checker: someone('CHECKER', '530112', '马晓燕'),
  bureauClerk: someone('BU_CLERK', '530112', '王春梅'),
  head: someone('BU_HEAD', '530112', '尹绍林'),
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

export interface Office extends TestService {
  /** Parameters with other values than the defaults, from the beginning. */
  parameters: ParameterVersion[]
}

/** The line's service with its divisions and parameters, on a database of its own. */
export async function openOffice(changed: Readonly<Record<string, ParameterVersion['value']>> = {}, options: TestServiceOptions = {}): Promise<Office> {
  const service = await startTestService(definition, { ...options, jobs: false })
  const parameters = parameterVersions(changed)
  await service.app.get(UnitOfWork).perform(serviceActor('social-assistance'), async (work) => {
    await loadDivisions(work, DIVISIONS)
    await loadParameters(work, parameters)
  })
  // As in the house: what jobs go by is loaded before they start.
  if (options.jobs) await service.app.startJobs()
  return Object.assign(service, { parameters })
}

