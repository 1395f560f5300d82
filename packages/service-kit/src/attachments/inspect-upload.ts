import { createHash } from 'node:crypto'
import { DomainProblem } from '@xishan/domain'
import { fileTypeFromBuffer } from 'file-type'
import { EVIDENCE_KINDS, FILE_KINDS, titleOfSniffed, type FileKindName } from './file-kind'
import { extensionOf, safeFileName } from './file-name'
import { secondIdentity } from './second-identity'

export interface UploadLimits {
  accepts: readonly FileKindName[]
  maxBytes: number
}

export const EVIDENCE_LIMITS: UploadLimits = { accepts: EVIDENCE_KINDS, maxBytes: 10 * 1024 * 1024 }

/** What came over the wire; neither name nor declared type is to be believed. */
export interface ReceivedFile {
  name: string
  declaredType?: string | undefined
  bytes: Buffer
}

/** A file that is what it says. */
export interface InspectedFile {
  name: string
  kind: FileKindName
  mediaType: string
  bytes: Buffer
  /** `sm3:` and 64 hex digits. */
  digest: string
}

/**
 * Takes a file for what its bytes are, and refuses it when name, declared type and bytes disagree or when it is two kinds at once.
 * @throws DomainProblem file-too-large {limit} · file-kind-refused {accepted, actual}
 */
export async function inspectUpload(file: ReceivedFile, limits: UploadLimits = EVIDENCE_LIMITS): Promise<InspectedFile> {
  if (file.bytes.length > limits.maxBytes) throw tooLarge(limits)
  const kind = await sniff(file, limits)
  const { mediaType, extensions } = FILE_KINDS[kind]
  return { name: safeFileName(file.name, extensions[0]), kind, mediaType, bytes: file.bytes, digest: digestOf(file.bytes) }
}

/** For the receiver of a stream, which stops at the limit and so never has the whole file. */
export const tooLarge = ({ maxBytes }: UploadLimits): DomainProblem => new DomainProblem('file-too-large', { limit: megabytes(maxBytes) })

export const digestOf = (bytes: Buffer): string => `sm3:${createHash('sm3').update(bytes).digest('hex')}`

async function sniff({ name, declaredType, bytes }: ReceivedFile, { accepts }: UploadLimits): Promise<FileKindName> {
  const refused = (actual: string) =>
    new DomainProblem('file-kind-refused', { accepted: accepts.map((kind) => FILE_KINDS[kind].title).join('、'), actual })

  if (bytes.length === 0) throw refused('空文件')
  const sniffed = await fileTypeFromBuffer(bytes)
  if (!sniffed) throw refused('无法识别的内容')
  const kind = accepts.find((candidate) => FILE_KINDS[candidate].mediaType === sniffed.mime)
  if (!kind) throw refused(titleOfSniffed(sniffed.ext))

  const { title, extensions, mediaType } = FILE_KINDS[kind]
  const extension = extensionOf(name)
  if (extension !== '' && !extensions.some((known) => known === extension)) throw refused(`${title}，与文件名后缀“.${extension.slice(0, 10)}”不符`)
  if (!agrees(declaredType, mediaType)) throw refused(`${title}，与申报的类型不符`)
  const second = secondIdentity(kind, bytes)
  if (second) throw refused(`${title}中夹带的${second}`)
  return kind
}

/** Browsers name the type by the extension, or say that they don't know it. */
function agrees(declared: string | undefined, actual: string): boolean {
  const type = declared?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return ['', 'application/octet-stream', actual].includes(type) || (actual === 'image/jpeg' && ['image/jpg', 'image/pjpeg'].includes(type))
}

const megabytes = (bytes: number): string => (bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} KB`)
