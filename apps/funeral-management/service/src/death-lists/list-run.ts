import { JobCancelled, type Work } from '@xishan/service-kit'
import { DeathList } from './death-list.entity'

/** A job's turn at a list. */
export interface ListRun {
  listId: string
  run: string
}

/** @throws JobCancelled when another run took its place, or the list was discarded */
export async function requireRun(work: Work, listId: string, run: string): Promise<DeathList> {
  const list = await work.get(DeathList, listId)
  if (list.run !== run) throw new JobCancelled()
  return list
}
