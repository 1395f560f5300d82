import type { Permissions } from '@xishan/domain'

/** The three administrators apart (三员分立): one registers people, one grants, one reads the records. */
export const permissions = {
  viewAccounts: ['SYS', 'SEC', 'AUD'],
  manageAccounts: ['SYS'],
  grantRoles: ['SEC'],
  viewSecuritySettings: ['SEC', 'AUD'],
  setSecuritySettings: ['SEC'],
  /** The sign-in log; the audit trail itself is every line's `audit.read`. */
  viewRecords: ['AUD', 'DISCIPLINE'],
} as const satisfies Permissions
