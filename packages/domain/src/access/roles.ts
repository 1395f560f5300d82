/** The bureau's roles (specification A6). The code is what tokens and lifecycle tables carry; the label is what staff read. */
export const ROLES = {
  COMMUNITY: '社区协理员',
  ST_CLERK: '街道经办',
  ST_REVIEWER: '街道审核',
  ST_LEADER: '街道分管领导',
  CHECKER: '核对中心',
  BU_CLERK: '区局经办',
  BU_HEAD: '区局科长',
  BU_APPROVER: '区局审核确认（分管副局长）',
  DIRECTOR: '局长',
  FINANCE: '财务',
  SYS: '系统管理员',
  SEC: '安全管理员',
  AUD: '审计管理员',
  DISCIPLINE: '纪检',
  SERVICE: '系统服务',
} as const

export type Role = keyof typeof ROLES
export const ROLE_CODES = Object.keys(ROLES) as Role[]

/** The three administrators (三员分立): they keep the system and see no business data. */
export const ADMINISTRATORS = ['SYS', 'SEC', 'AUD'] as const satisfies readonly Role[]

export const isAdministrator = (role: Role): boolean => (ADMINISTRATORS as readonly Role[]).includes(role)
