/** A reason to stop that a person can act on: one sentence, no stack. */
export class Failure extends Error {}

/**
 * Runs a command's body; a Failure ends it with its sentence, anything else is a defect and shows where it happened.
 *
 * @param {() => Promise<number | void>} body answers the exit code
 */
export async function command(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    if (error instanceof Failure) console.error(`✗ ${error.message}`)
    else console.error(error)
    process.exitCode = 1
  }
}

/**
 * What a tool's output says went wrong, if it is something known.
 *
 * @param {string} output
 */
export function knownCause(output) {
  // pnpm breaks its lines at the terminal's width.
  if (/ENOSPC|No space left\s+on device|os error 28/.test(output)) return '磁盘空间不足，请清理磁盘后重试。 (no space left on the disk)'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ERR_PNPM_META_FETCH_FAIL|ERR_SOCKET_TIMEOUT/.test(output)) {
    return '无法访问 npm 软件源，请检查网络或代理设置。 (the npm registry cannot be reached)'
  }
  if (/EACCES|EPERM|EROFS/.test(output)) return '没有写入权限，请检查本文件夹的所有者。 (no permission to write here)'
  return undefined
}
