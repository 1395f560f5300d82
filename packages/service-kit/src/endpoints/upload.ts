import { createHash } from 'node:crypto'
import type {} from '@fastify/multipart'
import { DomainProblem, type Route } from '@xishan/domain'
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { routeOf } from './route-of'

/** What a paper of a case may have, in MB; a route that takes more says so. */
export const UPLOAD_LIMIT_MB = 10
const MEGABYTE = 1024 * 1024
const TOO_LARGE = 'FST_REQ_FILE_TOO_LARGE'

export interface UploadedFile {
  name: string
  declaredType: string
  bytes: Buffer
}

interface Parts {
  file: UploadedFile | undefined
  fields: Record<string, string>
}

const parsed = new WeakMap<FastifyRequest, Promise<Parts>>()
const received = new WeakMap<FastifyRequest, Parts>()

/** What a request brought, for telling a repetition from something else; a multipart body counts once it has been read. */
export function bodyDigest(request: FastifyRequest): string {
  const parts = received.get(request)
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n${JSON.stringify(parts?.fields ?? request.body ?? null)}`)
  if (parts?.file) hash.update(`\n${parts.file.name}\n`).update(parts.file.bytes)
  return hash.digest('hex')
}

/** Reads a multipart body once: at most one file, and short fields. @throws DomainProblem `file-too-large`, `malformed-request` */
export function uploadOf(request: FastifyRequest, route: Pick<Route, 'uploadLimitMb'>): Promise<Parts> {
  const parts = parsed.get(request) ?? read(request, route.uploadLimitMb ?? UPLOAD_LIMIT_MB)
  parsed.set(request, parts)
  return parts
}

async function read(request: FastifyRequest, limitMb: number): Promise<Parts> {
  if (!request.isMultipart()) throw new DomainProblem('malformed-request')
  const parts: Parts = { file: undefined, fields: {} }
  try {
    for await (const part of request.parts({ limits: { fileSize: limitMb * MEGABYTE } })) {
      if (part.type === 'field') parts.fields[part.fieldname] = String(part.value)
      else parts.file = { name: part.filename, declaredType: part.mimetype, bytes: await part.toBuffer() }
    }
  } catch (error) {
    // A limit has a code; a form without boundary or cut off has none.
    if (!(error instanceof Error && 'code' in error)) throw new DomainProblem('malformed-request')
    throw error.code === TOO_LARGE ? new DomainProblem('file-too-large', { limit: `${limitMb} MB` }) : error
  }
  received.set(request, parts)
  return parts
}

/** The uploaded file. @throws DomainProblem `invalid-input` when there is none */
export const Upload = createParamDecorator(async (_: unknown, context: ExecutionContext): Promise<UploadedFile> => {
  const { file } = await uploadOf(context.switchToHttp().getRequest<FastifyRequest>(), routeOf(context.getHandler()) ?? {})
  if (!file || file.bytes.length === 0) throw new DomainProblem('invalid-input', {}, [{ field: 'file', message: '请选择要上传的文件，文件不能为空' }])
  return file
})
