import { DomainProblem } from '@xishan/domain'

/** SQLSTATEs and network codes of what is over in a while: locks, a database that went away or has no connection left. */
const PASSING = new Set(['40001', '40P01', '55P03', '57014', '57P01', '57P02', '57P03', '53300', '08000', '08003', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/** Whether the same may succeed a little later: the fault is not of what was asked. */
export function passes(error: unknown): boolean {
  if (error instanceof DomainProblem) return error.code === 'stale-version' || error.code === 'unavailable'
  if (!(error instanceof Error)) return false
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' ? PASSING.has(code) : error.message.startsWith('Connection terminated')
}
