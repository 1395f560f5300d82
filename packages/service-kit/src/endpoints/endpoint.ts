import type { Actor, Route } from '@xishan/domain'
import { applyDecorators, createParamDecorator, Delete, Get, HttpCode, Post, Put, SetMetadata, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { ROUTE, routeOf } from './route-of'
import { validInput } from './valid-input'

const VERBS = { GET: Get, POST: Post, PUT: Put, DELETE: Delete }

export interface GuardedRequest extends FastifyRequest {
  actor?: Actor
}

/** The handler of a route of the contract: its address, permission, validation and documentation come from there. */
export function Endpoint(route: Route): MethodDecorator {
  const status = route.answer === 'nothing' ? 204 : 200
  return applyDecorators(VERBS[route.method](route.path), HttpCode(status), SetMetadata(ROUTE, route))
}

const requestOf = (context: ExecutionContext): GuardedRequest => context.switchToHttp().getRequest<GuardedRequest>()

/** The signed-in actor. Only on routes that ask for a session. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context)
  if (!actor) throw new Error(`${context.getClass().name}.${context.getHandler().name} takes an actor on a route that asks for none`)
  return actor
})

/** `{ params, query, body }` of the route, validated. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const route = routeOf(context.getHandler())
  if (!route) throw new Error('an input without a route')
  return validInput(route, requestOf(context))
})
