import { PROBLEMS } from '@xishan/portal-contract'
import { ApiProblem } from '@xishan/web-kit'

const LIMIT_MB = 10
const EXTENSIONS = ['pdf', 'jpg', 'jpeg', 'png'] as const

/** What the file chooser offers. */
export const EVIDENCE_ACCEPT = EXTENSIONS.map((extension) => `.${extension}`).join(',')
export const EVIDENCE_HINT = `报表、统计台账或批复的扫描件：PDF、JPG 或 PNG，不超过 ${LIMIT_MB} MB。`

/** Why a file cannot be sent as evidence, before it is sent; the service looks at its content again. */
export function unfitEvidence(file: Pick<File, 'name' | 'size'> | undefined): string | null {
  if (!file) return '请附上依据文件。'
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  if (!EXTENSIONS.some((known) => known === extension)) return `不能使用“${file.name}”：请附 PDF、JPG 或 PNG 文件。`
  if (file.size === 0) return `“${file.name}”是空文件。`
  if (file.size > LIMIT_MB * 1024 * 1024) return `“${file.name}”有 ${(file.size / 1024 / 1024).toFixed(1)} MB，超过 ${LIMIT_MB} MB，请压缩或拆分后再上传。`
  return null
}

/** @throws ApiProblem `evidence-missing`, as the service would answer, so that the form keeps what was typed and says why */
export function requireEvidence(file: File | undefined): File {
  const reason = unfitEvidence(file)
  if (file && reason === null) return file
  throw new ApiProblem({ code: 'evidence-missing', ...PROBLEMS['evidence-missing'], detail: reason ?? PROBLEMS['evidence-missing'].detail })
}

export function sizeInWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(Math.round(bytes / 1024), 1)} KB`
}
