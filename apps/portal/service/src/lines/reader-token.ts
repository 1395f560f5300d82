import { TOKEN_COOKIE, type GuardedRequest } from '@xishan/service-kit'
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'

/**
 * The reader's own access token, so that a line decides by its own rules what this reader may see. It is passed on within
 * the request and kept nowhere.
 */
export const ReaderToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const request = context.switchToHttp().getRequest<GuardedRequest>()
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? request.cookies[TOKEN_COOKIE] ?? ''
})
