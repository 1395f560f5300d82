import { DomainProblem, type Route } from '@xishan/domain'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { unstorable } from './storable'
import { uploadOf } from './upload'

interface FieldError {
  field: string
  message: string
}

/**
 * Validated parts of a request.
 * @throws DomainProblem `invalid-input` naming every field that is wrong, `malformed-request` for what no form of ours can send
 */
export async function validInput(route: Route, request: FastifyRequest): Promise<{ params: unknown; query: unknown; body: unknown }> {
  const body = route.upload ? (await uploadOf(request, route)).fields : request.body
  if (route.body && !route.upload) requireJson(request)
  const errors: FieldError[] = []
  const part = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined
    refuseUnstorable(value, errors)
    const parsed = schema.safeParse(value ?? {})
    if (parsed.success) return parsed.data
    errors.push(...parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })))
    return undefined
  }
  const input = { params: part(route.params, request.params), query: part(route.query, request.query), body: part(route.body, body) }
  if (errors.length > 0) throw new DomainProblem('invalid-input', {}, errors)
  return input
}

/** Another kind of body would be read as an empty one, and a form that may stay empty would be taken. */
function requireJson({ headers }: FastifyRequest): void {
  const type = headers['content-type']
  if (type !== undefined && !/^application\/json\s*(;|$)/i.test(type)) throw new DomainProblem('malformed-request')
}

function refuseUnstorable(value: unknown, errors: FieldError[]): void {
  for (const { path, fault } of unstorable(value)) {
    if (fault === 'depth') throw new DomainProblem('malformed-request')
    errors.push({ field: path.join('.'), message: '含有看不见的控制字符或残缺的文字，请删除后重新输入' })
  }
}
