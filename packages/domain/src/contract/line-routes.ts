import { z } from 'zod'
import type { Role } from '../access/roles'
import { EventAnswer, EventEnvelope, EVENTS_AT_ONCE } from '../events/envelope'
import { IdParams, Instant, IsoDate, pageOf, PageQuery, Saved } from './shapes'
import type { Route } from './route'

export const JobStanding = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.int(),
  total: z.int().nullable(),
  error: z.string().nullable(),
  resultName: z.string().nullable(),
  createdAt: Instant,
})
export type JobStanding = z.infer<typeof JobStanding>

export const AuditRow = z.object({
  id: z.string(),
  at: Instant,
  businessDate: IsoDate,
  actorName: z.string(),
  actorRoles: z.array(z.string()),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  requestId: z.string(),
})
export type AuditRow = z.infer<typeof AuditRow>

export const AuditQuery = PageQuery.extend({
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  actor: z.string().max(50).optional(),
  action: z.string().max(60).optional(),
  subjectId: z.uuid().optional(),
})

/** Outgoing events that a line has refused too often: IT sees them and sends them again. */
export const DeadEvent = z.object({ eventId: z.string(), type: z.string(), line: z.string(), attempts: z.int(), deadAt: Instant, lastError: z.string().nullable() })
export type DeadEvent = z.infer<typeof DeadEvent>

/** What every service answers besides its own business; the kit serves it. */
export const LINE_ROUTES = {
  live: { method: 'GET', path: '/health/live', summary: '进程存活', may: 'anyone', answer: z.object({ status: z.literal('ok') }) },
  ready: { method: 'GET', path: '/health/ready', summary: '可以服务', may: 'anyone', answer: z.object({ status: z.literal('ok'), line: z.string(), version: z.string() }) },
  metrics: { method: 'GET', path: '/metrics', summary: '运行指标', may: 'anyone', answer: 'file' },
  openapi: { method: 'GET', path: '/openapi.json', summary: '接口说明', may: 'anyone', answer: z.record(z.string(), z.unknown()) },
  /** For everybody: the sign-in page shows the date too. */
  clock: { method: 'GET', path: '/clock', summary: '本服务的业务日期', may: 'anyone', answer: z.object({ businessDate: IsoDate, demonstration: z.boolean(), caughtUp: z.boolean() }) },
  /** Events that are not answered are sent again. */
  receiveEvents: { method: 'POST', path: '/events', summary: '接收跨条线事件', may: 'service', body: z.array(EventEnvelope).min(1).max(EVENTS_AT_ONCE), answer: z.array(EventAnswer) },
  jobs: { method: 'GET', path: '/jobs', summary: '我的后台任务', may: 'signed-in', answer: z.array(JobStanding) },
  job: { method: 'GET', path: '/jobs/:id', summary: '后台任务进度', may: 'signed-in', params: IdParams, answer: JobStanding },
  cancelJob: { method: 'POST', path: '/jobs/:id/cancel', summary: '取消后台任务', may: 'signed-in', params: IdParams, answer: Saved },
  jobResult: { method: 'GET', path: '/jobs/:id/result', summary: '下载任务结果', may: 'signed-in', params: IdParams, answer: 'file' },
  audit: { method: 'GET', path: '/audit', summary: '审计记录', may: 'audit.read', query: AuditQuery, answer: pageOf(AuditRow) },
  deadEvents: { method: 'GET', path: '/events/undelivered', summary: '未送达的跨条线消息', may: 'operations', answer: z.array(DeadEvent) },
  replayEvent: { method: 'POST', path: '/events/:id/replay', summary: '重新发送消息', may: 'operations', params: IdParams, answer: Saved },
} as const satisfies Record<string, Route>

/** Permissions behind LINE_ROUTES, the same in every line. */
export const LINE_PERMISSIONS: Record<'audit.read' | 'operations', readonly Role[]> = {
  'audit.read': ['AUD', 'DISCIPLINE'],
  operations: ['SYS'],
}
