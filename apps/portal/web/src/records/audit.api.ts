import { defineContract, LINE_PERMISSIONS, LINE_ROUTES, type AuditRow, type Page } from '@xishan/domain'
import { client } from '@xishan/web-kit'

type AuditCall = { after?: string; limit: number; from?: string; to?: string; actor?: string; action?: string; subjectId?: string }

/** Every line keeps its own audit trail and answers for it by the same route. */
export const auditOf = (line: string, query: AuditCall, signal: AbortSignal): Promise<Page<AuditRow>> =>
  client(defineContract({ line, title: line, permissions: LINE_PERMISSIONS, problems: {}, routes: { audit: LINE_ROUTES.audit } })).audit({ query }, { signal })
