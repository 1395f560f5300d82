import { AtVersion, Instant, PageQuery, ROLE_CODES, Saved, pageOf } from '@xishan/domain'
import { z } from 'zod'

export const ACCOUNT_STATES = { ACTIVE: '正常', LOCKED: '已停用' } as const
export const AccountState = z.enum(['ACTIVE', 'LOCKED'])
export type AccountState = z.infer<typeof AccountState>

export const RoleCode = z.enum(ROLE_CODES, { message: '没有这个岗位' })
export const ScopeCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/, '管辖区划应为 6 位（区）、9 位（街道）或 12 位（社区）代码')
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,31}$/, '用户名为 3 至 32 位小写字母、数字、点、横线或下划线，以字母开头')
export const PersonName = z.string().trim().min(2, '请填写姓名').max(50, '姓名不能超过 50 个字')
export const Office = z.string().trim().min(2, '请填写所在科室或单位').max(100, '科室或单位不能超过 100 个字')

/** A new account has no role: the system administrator registers the person, the security administrator grants. */
export const NewAccount = z.object({ username: Username, name: PersonName, office: Office, scope: ScopeCode })
export const AccountDetails = AtVersion.extend({ name: PersonName, office: Office })
export const AccountGrants = AtVersion.extend({
  roles: z.array(RoleCode).max(5, '一个账号最多授予 5 个岗位'),
  scope: ScopeCode,
})
export const LockAccount = AtVersion.extend({ reason: z.string().trim().min(2, '请填写停用原因').max(200, '停用原因不能超过 200 个字') })

export type NewAccount = z.infer<typeof NewAccount>
export type AccountDetails = z.infer<typeof AccountDetails>
export type AccountGrants = z.infer<typeof AccountGrants>
export type LockAccount = z.infer<typeof LockAccount>

export const AccountRow = z.object({
  id: z.string(),
  version: z.int(),
  username: z.string(),
  name: z.string(),
  office: z.string(),
  roles: z.array(RoleCode),
  scope: z.string(),
  state: AccountState,
  /** Locked out by failed sign-ins until this instant. */
  lockedUntil: Instant.nullable(),
  lastSignInAt: Instant.nullable(),
  /** Null for demonstration accounts, whose passwords do not age. */
  passwordExpiresOn: z.string().nullable(),
  oneTimeCode: z.boolean(),
  outsideLinked: z.boolean(),
  demonstration: z.boolean(),
})
export type AccountRow = z.infer<typeof AccountRow>

export const AccountDetail = AccountRow.extend({
  lockReason: z.string().nullable(),
  createdAt: Instant,
  createdByName: z.string(),
})
export type AccountDetail = z.infer<typeof AccountDetail>

export const AccountQuery = PageQuery.extend({
  search: z.string().trim().max(50).optional(),
  role: RoleCode.optional(),
  state: AccountState.optional(),
})
export type AccountQuery = z.infer<typeof AccountQuery>
export const AccountPage = pageOf(AccountRow)

/** The password that the account's owner signs in with once and must replace; shown this one time, kept nowhere. */
export const IssuedPassword = Saved.extend({ initialPassword: z.string().optional() })
export type IssuedPassword = z.infer<typeof IssuedPassword>

/** A colleague as others may know one: to be named as second investigator, as handler of a task. */
export const Colleague = z.object({ id: z.string(), name: z.string(), office: z.string(), roles: z.array(RoleCode), scope: z.string() })
export const ColleagueQuery = z.object({ role: RoleCode.optional() })
export const Colleagues = z.object({ rows: z.array(Colleague) })
export type Colleague = z.infer<typeof Colleague>
