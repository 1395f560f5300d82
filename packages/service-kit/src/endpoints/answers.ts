import type { Readable } from 'node:stream'
import { Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { map, type Observable } from 'rxjs'
import { newId } from '../unit-of-work/new-id'
import { requestContext, type RequestContext } from '../unit-of-work/request-context'
import type { GuardedRequest } from './endpoint'
import { routeOf } from './route-of'
import { bodyDigest } from './upload'

/** A download, or with `inline` something the browser shows. */
export class FileAnswer {
  constructor(
    readonly content: Buffer | Readable,
    readonly name: string,
    readonly mediaType: string,
    readonly inline = false,
  ) {}
}

const KEY = /^[\w-]{8,64}$/

/** Runs the handler in its request's context and lets out only what the contract declares. */
@Injectable()
export class Answers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<GuardedRequest>()
    const reply = context.switchToHttp().getResponse<FastifyReply>()
    const route = routeOf(context.getHandler())
    const answered = requestContext.run(this.contextOf(request), () => next.handle())
    return answered.pipe(
      map((answer: unknown) => {
        if (answer instanceof FileAnswer) return this.file(answer, reply)
        return route && typeof route.answer === 'object' ? route.answer.parse(answer) : answer
      }),
    )
  }

  private file(answer: FileAnswer, reply: FastifyReply): StreamableFile {
    const disposition = `${answer.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(answer.name)}`
    void reply.header('content-disposition', disposition).header('x-content-type-options', 'nosniff').header('cache-control', 'no-store')
    void reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    return new StreamableFile(answer.content as Buffer, { type: answer.mediaType })
  }

  private contextOf(request: GuardedRequest): RequestContext {
    const key = request.headers['idempotency-key']
    return {
      requestId: request.id ?? newId(),
      ...(typeof key === 'string' && KEY.test(key) ? { idempotencyKey: key } : {}),
      digest: () => bodyDigest(request),
      keySpent: false,
    }
  }
}
