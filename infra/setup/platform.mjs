import { Failure } from './failure.mjs'
import { IS_FULLY_SUPPORTED } from './workspace.mjs'

/**
 * Says at once, before minutes are spent on installing, that this machine cannot run what was asked for.
 *
 * @param {'DATABASE_URL' | 'TEST_DATABASE_URL'} replacement the variable that names a PostgreSQL in place of the embedded one
 */
export function requirePlatform(replacement) {
  if (process.platform === 'win32') throw new Failure('不支持直接在 Windows 上运行，请在 WSL2 的 Linux 中运行。 (on Windows run this inside WSL2)')
  if (IS_FULLY_SUPPORTED || process.env[replacement]) return
  throw new Failure(
    `内置数据库只支持 64 位 Linux（x64、arm64，glibc），当前为 ${process.platform}-${process.arch}；请用 ${replacement} 指定一个 PostgreSQL 15 或更高版本。` +
      ` (no embedded PostgreSQL here: set ${replacement})`,
  )
}
