import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identifyProcess, isRunning, commandOf, type ProcessIdentity } from './process-identity'
import { PostgresProblem } from './postgres-problem'

/** The server that runs on the data at `place`, going by its `postmaster.pid`. */
function findServer(place: string): ProcessIdentity | undefined {
  try {
    const pid = Number(readFileSync(join(place, 'postmaster.pid'), 'utf8').split('\n')[0])
    const found = identifyProcess(pid)
    return found && commandOf(pid)?.includes(place) ? found : undefined
  } catch {
    return undefined
  }
}

async function hasEnded(server: ProcessIdentity, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (isRunning(server)) {
    if (Date.now() > deadline) return false
    await sleep(20)
  }
  return true
}

/** Signals the server until it has ended: politely, then without waiting for a checkpoint, then by force. */
export async function endServer(server: ProcessIdentity): Promise<void> {
  const steps = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const
  for (const [signal, patience] of steps) {
    if (!isRunning(server)) return
    process.kill(server.pid, signal)
    if (await hasEnded(server, patience)) return
  }
  throw new PostgresProblem('data-directory-taken', `上次遗留的数据库进程（${server.pid}）无法停止。`, `the server process ${server.pid} does not stop`)
}

/**
 * A launcher that was killed leaves its server behind: holding the launcher's lock, whoever still runs here is such a one.
 * A server that was killed leaves its `postmaster.pid`, whose number may by now be another program's, and would not start again.
 */
export async function endOrphan(place: string): Promise<boolean> {
  const orphan = findServer(place)
  if (orphan) await endServer(orphan)
  rmSync(join(place, 'postmaster.pid'), { force: true })
  return orphan !== undefined
}
