import type { Permissions } from '@xishan/domain'

/** Who may do what in the portal. Administrators keep the system and see no business data: of all this only the services' health. */
export const PERMISSIONS = {
  /** The plan page, the projects, one's own tasks: everyone who does business, streets and communities reading only. */
  readPlan: ['COMMUNITY', 'ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'CHECKER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'FINANCE', 'DISCIPLINE'],
  /** The records behind a number. The line that keeps them decides again, with the reader's own scope. */
  readRecords: ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', 'BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
  /** Entries on their way to review, returned and withdrawn ones, and the evidence files. */
  readEntries: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
  enterValue: ['BU_CLERK', 'BU_HEAD'],
  reviewValue: ['BU_HEAD'],
  readOpenPoints: ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'DISCIPLINE'],
  ruleOnOpenPoint: ['DIRECTOR'],
  /** Ask the lines for their numbers now instead of waiting for the next collection. */
  collectNow: ['BU_HEAD', 'BU_APPROVER', 'DIRECTOR'],
  readServices: ['SYS', 'SEC', 'AUD', 'DIRECTOR'],
} as const satisfies Permissions
