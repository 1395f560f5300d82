import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whom the server runs as. Without numbers: as ourselves. PostgreSQL refuses to run as root. */
export interface ServerAccount {
  uid?: number
  gid?: number
}

/** Ourselves, or when we are root the system's `postgres`, else `nobody`. */
export function findServerAccount(passwd = '/etc/passwd'): ServerAccount {
  if (process.getuid?.() !== 0) return {}
  const accounts = readFileSync(passwd, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const found = accounts.find(([user]) => user === name)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  return { uid: 65534, gid: 65534 }
}

/** Whether that account can enter the folder; the folders above it count as well. */
export function canEnter(account: ServerAccount, folder: string): boolean {
  if (account.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}
