import { COMMON_PROBLEMS, DomainProblem, sentence, type Contract, type Problem, type Problems } from '@xishan/domain'
import { Catch, HttpException, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServiceDefinition } from '../service/define-service'
import { DEFINITION } from '../service/tokens'

const PROBLEM_JSON = 'application/problem+json'

/** Codes of Fastify, PostgreSQL and the network that a person's request can cause, and what they mean to that person. */
const KNOWN: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'content-too-large',
  FST_FILES_LIMIT: 'malformed-request',
  FST_PARTS_LIMIT: 'malformed-request',
  FST_FIELDS_LIMIT: 'malformed-request',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'malformed-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  '57P01': 'unavailable',
  '57P03': 'unavailable',
  '53300': 'unavailable',
  '57014': 'unavailable',
  '55P03': 'stale-version',
  '40001': 'stale-version',
  '40P01': 'stale-version',
  '42501': 'not-permitted',
}

/** The document of a problem, if the line's table or the common one has it. */
export function problemDocument({ line, problems }: Pick<Contract, 'line' | 'problems'>, { code, details, errors }: DomainProblem, address: string): Problem | undefined {
  const table: Problems = { ...COMMON_PROBLEMS, ...problems }
  const entry = table[code]
  return (
    entry && {
      type: `/api/${line}/problems/${code}`,
      title: entry.title,
      status: entry.status,
      detail: sentence(entry.detail, details),
      code,
      instance: address.split('?')[0] ?? '',
      ...(errors.length > 0 ? { errors } : {}),
    }
  )
}

/** An address that Fastify cannot read reaches no handler and no filter. */
export const refuseAddress =
  (contract: Contract) =>
  (_: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = problemDocument(contract, new DomainProblem('malformed-request'), request.url)
    void reply.status(problem?.status ?? 400).type(PROBLEM_JSON).send(problem)
  }

/** Every refusal leaves as RFC 9457, with a sentence for the person and a stable code for the program. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problems')

  constructor(@Inject(DEFINITION) private readonly definition: Pick<ServiceDefinition, 'contract'>) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const problem = this.problemOf(error, request)
    void http.getResponse<FastifyReply>().status(problem.status).type(PROBLEM_JSON).send(problem)
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    const known = error instanceof DomainProblem ? error : this.translate(error)
    const document = known && problemDocument(this.definition.contract, known, request.url)
    if (document) return document
    this.logger.error(`${request.method} ${request.routeOptions.url ?? ''} ${request.id}: ${error instanceof Error ? error.stack : String(error)}`)
    return this.problemOf(new DomainProblem('unexpected', { incident: request.id }), request)
  }

  private translate(error: unknown): DomainProblem | undefined {
    if (error instanceof HttpException) return this.ofStatus(error.getStatus())
    if (typeof error !== 'object' || error === null) return undefined
    const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
    const name = typeof code === 'string' ? KNOWN[code] : undefined
    if (name) return new DomainProblem(name, { by: '其他同事', at: '刚才' })
    return typeof statusCode === 'number' && statusCode < 500 ? this.ofStatus(statusCode) : undefined
  }

  private ofStatus(status: number): DomainProblem | undefined {
    if (status === 404) return new DomainProblem('not-found')
    if (status === 413) return new DomainProblem('content-too-large')
    return status < 500 ? new DomainProblem('malformed-request') : undefined
  }
}
