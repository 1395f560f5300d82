import { COMMON_PROBLEMS, Problem, type Contract } from '@xishan/domain'
import type { Reply } from './sending'

const CHINESE = /\p{Script=Han}/u
/** Words of a validator, a parser or a database that no clerk should have to read. */
const FOREIGN = /invalid|expected|undefined|unrecognized|string|object|array|NaN|syntax|regex|error/i

/** What is wrong with a refusal itself; nothing when a person can read it and a program can tell it. */
export function faultsOf({ status, type, body }: Reply, contract: Contract, field?: string): string[] {
  if (status < 400) return []
  if (!type.startsWith('application/problem+json')) return [`${status} comes as ${type || 'nothing'}: ${Buffer.isBuffer(body) ? body.toString().slice(0, 200) : JSON.stringify(body)}`]
  const read = Problem.safeParse(body)
  if (!read.success) return [`not a problem: ${JSON.stringify(body)}`]
  const { code, detail, title, errors = [] } = read.data
  const known = { ...COMMON_PROBLEMS, ...contract.problems }[code]
  const faults: string[] = []
  if (status >= 500) faults.push(`${status} ${code}`)
  if (known?.status !== status) faults.push(`${status} ${code} is not in the table`)
  for (const text of [title, detail, ...errors.map(({ message }) => message)]) if (!CHINESE.test(text) || FOREIGN.test(text) || /\{\w+\}/.test(text)) faults.push(`“${text}” is no sentence`)
  if (code === 'invalid-input' && field !== undefined && !errors.some((each) => concerns(each.field, field))) faults.push(`${field} is not named in ${JSON.stringify(errors)}`)
  return faults
}

/** An error at the field itself, inside it, or at what holds it. */
const concerns = (named: string, field: string): boolean => named !== '' && (named === field || field.startsWith(`${named}.`) || named.startsWith(`${field}.`))
