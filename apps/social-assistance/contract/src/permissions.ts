import { actionPermissions, type Permissions } from '@xishan/domain'
import { applicationLifecycle } from './applications/lifecycle'
import { meansCheckLifecycle } from './means-checks/lifecycle'
import { parameters } from './parameters/keys'

const STREET = ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER'] as const
const BUREAU = ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR'] as const
const HANDLERS = ['COMMUNITY', ...STREET, ...BUREAU] as const
const READERS = [...HANDLERS, 'DISCIPLINE'] as const

/** Permission → roles. The three administrators hold none: they see no business data. */
export const permissions = {
  ...actionPermissions('application', applicationLifecycle),
  ...actionPermissions('check', meansCheckLifecycle),
  ...parameters.permissions,
  viewTasks: [...HANDLERS, 'CHECKER', 'FINANCE'],
  viewApplications: READERS,
  takeApplications: ['COMMUNITY', 'ST_CLERK'],
  editHousehold: ['ST_CLERK'],
  checkDuplicates: ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'BU_CLERK'],
  manageClock: ['ST_CLERK', 'ST_REVIEWER', 'BU_CLERK'],
  recordReports: [...STREET, 'BU_CLERK', 'BU_HEAD'],
  answerObjections: ['ST_CLERK', 'ST_REVIEWER'],
  recordDelivery: ['ST_CLERK', 'ST_REVIEWER'],
  viewAttachments: [...READERS, 'CHECKER'],
  addAttachments: ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'CHECKER', 'BU_CLERK'],
  printPapers: [...HANDLERS, 'DISCIPLINE'],
  viewMeansChecks: ['CHECKER', 'ST_CLERK', 'ST_REVIEWER', ...BUREAU, 'DISCIPLINE'],
  viewHouseholds: READERS,
  viewBenefits: [...READERS, 'FINANCE'],
  viewParameters: [...READERS, 'CHECKER', 'FINANCE'],
  exportLists: ['ST_REVIEWER', 'ST_LEADER', ...BUREAU, 'DISCIPLINE'],
  reveal: [...STREET, 'CHECKER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER'],
  viewIndicators: [...STREET, ...BUREAU, 'FINANCE', 'DISCIPLINE', 'SERVICE'],
} as const satisfies Permissions
