import type { LoggerService } from '@nestjs/common'
import type { FastifyInstance } from 'fastify'
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino'
import { scrub, withoutPersonalData } from './scrub'

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

/** What goes beside the message: an error, or values by name. */
export type LogDetails = Error | Record<string, unknown>

/** JSON lines on standard output. There is no way around the scrubber: every text, value and error passes it. */
export class Log {
  private constructor(private readonly logger: Logger) {}

  static to(level: LogLevel, destination: DestinationStream = pino.destination(1)): Log {
    const formatters = { level: (label: string) => ({ level: label }) }
    // Errors are made plain by the scrubber, not by pino, which would write all that hangs on them.
    const serializers = { err: (error: unknown) => error }
    return new Log(pino({ level, base: null, timestamp: stdTimeFunctions.isoTime, formatters, serializers }, destination))
  }

  /** A log whose lines all carry these values. */
  with(details: Record<string, unknown>): Log {
    return new Log(this.logger.child(cleaned(details)))
  }

  error(message: string, details: LogDetails = {}): void {
    this.logger.error(cleaned(details), scrub(message))
  }

  warn(message: string, details: LogDetails = {}): void {
    this.logger.warn(cleaned(details), scrub(message))
  }

  info(message: string, details: LogDetails = {}): void {
    this.logger.info(cleaned(details), scrub(message))
  }

  debug(message: string, details: LogDetails = {}): void {
    this.logger.debug(cleaned(details), scrub(message))
  }
}

function cleaned(details: LogDetails): Record<string, unknown> {
  const clean = withoutPersonalData(details)
  if (details instanceof Error) return { err: clean }
  return typeof clean === 'object' && clean !== null ? { ...clean } : {}
}

/** One line per request: which route, not which address, because an address may hold a name. */
export function logRequests(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const details = { requestId: request.id, method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    if (reply.statusCode >= 500) log.error('request failed', details)
    else log.info('request', details)
  })
}

/** What Nest says of itself while it starts: hundreds of lines that nobody reads. */
const STARTING = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication'])

/** What Nest and `new Logger('…')` write, through the same log. The last of several texts is the context. */
export function nestLog(log: Log): LoggerService {
  const write = (level: 'error' | 'warn' | 'info' | 'debug') => (message: unknown, ...rest: unknown[]) => {
    const context = rest.at(-1)
    const stack = rest.length > 1 && typeof rest[0] === 'string' ? { stack: rest[0] } : {}
    const details = { ...(typeof context === 'string' ? { context } : {}), ...stack, ...(message instanceof Error ? { err: message } : {}) }
    log[level](message instanceof Error ? message.message : typeof message === 'string' ? message : JSON.stringify(withoutPersonalData(message)), details)
  }
  const started = (message: unknown, ...rest: unknown[]) => write(STARTING.has(String(rest.at(-1))) ? 'debug' : 'info')(message, ...rest)
  return { log: started, error: write('error'), warn: write('warn'), debug: write('debug'), verbose: write('debug'), fatal: write('error') }
}
