import { COMMON_PROBLEMS, LINE_ROUTES, Problem, type Contract, type Route } from '@xishan/domain'
import { z } from 'zod'

const schemaOf = (type: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' })
  return schema
}

const parametersOf = (type: z.ZodType | undefined, place: 'path' | 'query'): unknown[] => {
  if (!type) return []
  const { properties = {}, required = [] } = schemaOf(type) as { properties?: Record<string, unknown>; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema }))
}

function operation(name: string, route: Route): Record<string, unknown> {
  const content = typeof route.answer === 'object' ? { content: { 'application/json': { schema: schemaOf(route.answer) } } } : {}
  const media = route.upload ? 'multipart/form-data' : 'application/json'
  return {
    operationId: name,
    summary: route.summary,
    description: `权限：${route.may}`,
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(route.body ? { requestBody: { required: true, content: { [media]: { schema: schemaOf(route.body) } } } } : {}),
    responses: {
      [route.answer === 'nothing' ? '204' : '200']: { description: '成功', ...content },
      default: { description: '拒绝或异常（RFC 9457）', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
}

/** OpenAPI 3.1 of a service, from the route table it serves. */
export function openapiOf(contract: Contract, version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, route] of Object.entries<Route>({ ...contract.routes, ...LINE_ROUTES })) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: contract.title, version },
    servers: [{ url: `/api/${contract.line}` }],
    paths,
    components: { schemas: { Problem: schemaOf(Problem) } },
    'x-problems': { ...COMMON_PROBLEMS, ...contract.problems },
  }
}
