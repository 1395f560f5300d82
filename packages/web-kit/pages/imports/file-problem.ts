export interface FileLimits {
  /** Endings with their dot: `['.xlsx', '.csv']`. */
  endings: readonly string[]
  limitMb: number
}

const MEGA = 1024 * 1024

export const sizeWords = (bytes: number): string => (bytes < MEGA ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MEGA).toFixed(1)} MB`)

/** Why a file cannot be sent, as a sentence; nothing when it can. What it really holds the service looks at. */
export function fileProblem({ name, size }: Pick<File, 'name' | 'size'>, { endings, limitMb }: FileLimits): string | undefined {
  if (!endings.some((ending) => name.toLowerCase().endsWith(ending))) return `“${name}”不是 ${endings.join('、')} 文件，请另存为这种格式后再选。`
  if (size === 0) return `“${name}”是空文件，请核对后重新选择。`
  if (size > limitMb * MEGA) return `“${name}”为 ${sizeWords(size)}，超过 ${limitMb} MB，请拆分成几份后分别导入。`
  return undefined
}
