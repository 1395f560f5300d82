import { existsSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { deleteData, placeOfData } from './data-directory'
import { takeLauncherLock } from './launcher-lock'
import { endOrphan } from './orphan'

/**
 * Forgets the database at `dataDir`, and stops what a killed launcher left running on it.
 * @throws PostgresProblem data-directory-taken while somebody uses it
 */
export async function removeData(dataDir: string): Promise<void> {
  const place = placeOfData(dataDir)
  if (!existsSync(dirname(place))) return
  const lock = takeLauncherLock(place)
  try {
    await endOrphan(place)
    deleteData(place)
  } finally {
    lock.release()
  }
  if (place !== resolve(dataDir)) rmSync(dirname(place), { recursive: true, force: true })
}
