import { createHash } from 'node:crypto'
import type {} from '@fastify/multipart'
import { DomainProblem } from '@xishan/domain'
import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'

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
export function uploadOf(request: FastifyRequest): Promise<Parts> {
  const parts = parsed.get(request) ?? read(request)
  parsed.set(request, parts)
  return parts
}

async function read(request: FastifyRequest): Promise<Parts> {
  if (!request.isMultipart()) throw new DomainProblem('malformed-request')
  const parts: Parts = { file: undefined, fields: {} }
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') parts.fields[part.fieldname] = String(part.value)
      else parts.file = { name: part.filename, declaredType: part.mimetype, bytes: await part.toBuffer() }
    }
  } catch (error) {
    // A limit has a code; a form without boundary or cut off has none.
    throw error instanceof Error && 'code' in error ? error : new DomainProblem('malformed-request')
  }
  received.set(request, parts)
  return parts
}

/** The uploaded file. @throws DomainProblem `invalid-input` when there is none */
export const Upload = createParamDecorator(async (_: unknown, context: ExecutionContext): Promise<UploadedFile> => {
  const { file } = await uploadOf(context.switchToHttp().getRequest<FastifyRequest>())
  if (!file || file.bytes.length === 0) throw new DomainProblem('invalid-input', {}, [{ field: 'file', message: '请选择要上传的文件，文件不能为空' }])
  return file
})
