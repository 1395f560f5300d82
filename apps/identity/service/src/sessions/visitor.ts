import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'

/** Where a sign-in comes from, as far as it can be known. */
export interface Visitor {
  address: string
  device: string
}

const MAX_DEVICE = 200

export const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  device: (request.headers['user-agent'] ?? '').slice(0, MAX_DEVICE),
})

export const From = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => visitorOf(context.switchToHttp().getRequest<FastifyRequest>()))
