import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { findBinaries } from './binaries'
import { diskFull, PostgresProblem } from './postgres-problem'
import { canEnter, findServerAccount, type ServerAccount } from './server-account'

const VERSION = '18'
const ENOUGH_BYTES = 200 * 1024 * 1024

/**
 * Where the data really lies: at `dataDir`, or under /var/tmp when the server's account cannot enter the folders above it
 * (a checkout in root's home, for example).
 */
export function placeOfData(dataDir: string, account: ServerAccount = findServerAccount()): string {
  const wanted = resolve(dataDir)
  let nearest = dirname(wanted)
  while (!existsSync(nearest)) nearest = dirname(nearest)
  if (canEnter(account, nearest)) return wanted
  return `/var/tmp/xishan-postgres-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}/data`
}

/** Removes everything that is stored there. The database must not be running. */
export function deleteData(place: string): void {
  for (const path of [place, draftOf(place), passwordFileOf(place), logFileOf(place)]) rmSync(path, { recursive: true, force: true })
}

const draftOf = (place: string) => `${place}.draft`
export const logFileOf = (place: string) => `${place}.log`
const passwordFileOf = (place: string) => `${place}.password`

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** @throws PostgresProblem when the folder cannot be made or the disk is (nearly) full. */
export function makeRoom(place: string): void {
  const home = dirname(place)
  try {
    mkdirSync(home, { recursive: true })
    const { bavail, bsize } = statfsSync(home)
    if (bavail * bsize < ENOUGH_BYTES) throw diskFull(home)
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') throw diskFull(home)
    if (error instanceof PostgresProblem) throw error
    throw new PostgresProblem('data-directory-not-writable', `无法写入数据目录 ${place}，请检查文件夹权限。`, `cannot write the data directory: ${String(errorCode(error))}`)
  }
}

/** @throws PostgresProblem when something else, or another version's data, lies there. */
function isInitialised(place: string): boolean {
  if (!existsSync(place)) return false
  const versionFile = join(place, 'PG_VERSION')
  if (!existsSync(versionFile)) {
    if (readdirSync(place).length === 0) return false
    throw new PostgresProblem('data-directory-foreign', `目录 ${place} 里已有其他文件，不是数据库目录，请换一个目录或清空它。`, 'the data directory holds something that is not a database')
  }
  const version = readFileSync(versionFile, 'utf8').trim()
  if (version === VERSION) return true
  throw new PostgresProblem(
    'data-directory-version',
    `数据目录 ${place} 由 PostgreSQL ${version} 建立，内置数据库为 ${VERSION}，不能直接使用。`,
    `the data directory was made by PostgreSQL ${version}, the embedded one is ${VERSION}`,
  )
}

function giveTo(account: ServerAccount, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid)
}

async function runInitdb(place: string, draft: string, account: ServerAccount, durable: boolean): Promise<void> {
  const { initdb } = findBinaries(account)
  const pwfile = `${draft}.password`
  writeFileSync(pwfile, readPassword(place), { mode: 0o600 })
  giveTo(account, pwfile)
  const options = ['--pgdata', draft, '--username', 'postgres', '--pwfile', pwfile, '--auth', 'scram-sha-256', '--encoding', 'UTF8']
  const locale = ['--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'zh-Hans-CN']
  const child = spawn(initdb, [...options, ...locale, ...(durable ? [] : ['--no-sync'])], { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const status = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  rmSync(pwfile, { force: true })
  if (status === 0) return
  if (output.includes('No space left on device')) throw diskFull(dirname(draft))
  throw new PostgresProblem('did-not-start', `数据库初始化失败：${lastLine(output)}`, 'initdb failed')
}

export const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? ''

/** The superuser's password of the data at `place`, readable to the launcher alone. */
export function readPassword(place: string): string {
  return readFileSync(passwordFileOf(place), 'utf8').trim()
}

/** Makes the data directory unless it is there. An interrupted attempt leaves only a draft, which is made anew. */
export async function initialiseData(place: string, account: ServerAccount, durable: boolean): Promise<void> {
  if (isInitialised(place)) return
  const draft = draftOf(place)
  rmSync(draft, { recursive: true, force: true })
  writeFileSync(passwordFileOf(place), randomBytes(24).toString('base64url'), { mode: 0o600 })
  mkdirSync(draft, { mode: 0o700 })
  giveTo(account, draft)
  try {
    await runInitdb(place, draft, account, durable)
    if (existsSync(place)) rmSync(place, { recursive: true })
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}
