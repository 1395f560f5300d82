import { DomainProblem, type Route } from '@xishan/domain'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { uploadOf } from './upload'

interface FieldError {
  field: string
  message: string
}

/** Validated parts of a request. @throws DomainProblem `invalid-input` naming every field that is wrong */
export async function validInput(route: Route, request: FastifyRequest): Promise<{ params: unknown; query: unknown; body: unknown }> {
  const body = route.upload ? (await uploadOf(request)).fields : request.body
  const errors: FieldError[] = []
  const part = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined
    refuseNul(value, [], errors)
    const parsed = schema.safeParse(value ?? {})
    if (parsed.success) return parsed.data
    errors.push(...parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })))
    return undefined
  }
  const input = { params: part(route.params, request.params), query: part(route.query, request.query), body: part(route.body, body) }
  if (errors.length > 0) throw new DomainProblem('invalid-input', {}, errors)
  return input
}

/** PostgreSQL stores no NUL; anything that holds one was not typed by a person. */
function refuseNul(value: unknown, path: string[], errors: FieldError[]): void {
  if (typeof value === 'string' && value.includes('\u0000')) errors.push({ field: path.join('.'), message: '含有无法保存的字符，请删除后重试' })
  else if (value && typeof value === 'object') for (const [key, inner] of Object.entries(value)) refuseNul(inner, [...path, key], errors)
}
