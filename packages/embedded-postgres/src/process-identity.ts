import { readFileSync } from 'node:fs'

/** A process number together with the moment it began, since numbers are used again. */
export interface ProcessIdentity {
  pid: number
  began: string
}

/** Undefined when no such process runs (a zombie does not run). */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state] = fields
    const began = fields[19]
    return began === undefined || state === 'Z' || state === 'X' ? undefined : { pid, began }
  } catch {
    return undefined
  }
}

export const isRunning = ({ pid, began }: ProcessIdentity): boolean => identifyProcess(pid)?.began === began

/** The command a process was started with; undefined when it is gone. Readable for any user's process. */
export function commandOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return undefined
  }
}
