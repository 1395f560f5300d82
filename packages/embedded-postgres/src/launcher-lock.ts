import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { identifyProcess, isRunning, type ProcessIdentity } from './process-identity'
import { PostgresProblem } from './postgres-problem'

/** Held from before the data directory is made until the database has stopped; a killed launcher's lock counts for nothing. */
export interface LauncherLock {
  release(): void
}

function readHolder(path: string): ProcessIdentity | undefined {
  try {
    const [pid, began] = readFileSync(path, 'utf8').trim().split(' ')
    return pid && began ? { pid: Number(pid), began } : undefined
  } catch {
    return undefined
  }
}

function tryToTake(path: string, mine: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, mine)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** @throws PostgresProblem data-directory-taken while another living launcher holds it. */
export function takeLauncherLock(dataDir: string): LauncherLock {
  const path = `${dataDir}.lock`
  const me = identifyProcess(process.pid) ?? { pid: process.pid, began: 'unknown' }
  const mine = `${me.pid} ${me.began}\n`
  for (let attempt = 0; attempt < 5; attempt++) {
    if (tryToTake(path, mine)) return { release: () => rmSync(path, { force: true }) }
    const holder = readHolder(path)
    if (holder && isRunning(holder)) {
      throw new PostgresProblem(
        'data-directory-taken',
        `数据目录 ${dataDir} 正被另一个进程（${holder.pid}）使用，请先停止它。`,
        `the data directory is in use by process ${holder.pid}`,
      )
    }
    const stale = `${path}.stale.${process.pid}`
    try {
      renameSync(path, stale)
    } catch {
      continue
    }
    rmSync(stale, { force: true })
  }
  throw new PostgresProblem('data-directory-taken', `数据目录 ${dataDir} 正被另一个进程使用，请稍后重试。`, 'the data directory is in use')
}
