import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const HOME = '/var/tmp'
const FOLDER = /^xishan-[a-z]+-(\d+)-/

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Removes the folders of runs that were killed. */
function sweep(): void {
  for (const name of readdirSync(HOME)) {
    const pid = FOLDER.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(HOME, name), { recursive: true, force: true })
  }
}

/** A new folder of this process that a database server's own account can enter. `purpose` is a word in lower case. */
export function makeTemporaryFolder(purpose: string): string {
  sweep()
  const folder = mkdtempSync(join(HOME, `xishan-${purpose}-${process.pid}-`))
  chmodSync(folder, 0o755)
  return folder
}
