import { startPostgres } from '@xishan/embedded-postgres'
import { join } from 'node:path'
import { requireUsableDatabase } from './outside-database'

export interface Database {
  /** The administrator's connection. */
  url: string
  /** Resolves if the embedded server ends by itself; never for an outside one. */
  ended: Promise<void>
  stop(): Promise<void>
}

/**
 * The outside database when one is named, else the embedded one.
 * @throws Refusal or PostgresProblem with a sentence for the person at the terminal
 */
export async function openDatabase(dataFolder: string, outsideUrl: string | undefined, log: (text: string) => void): Promise<Database> {
  if (outsideUrl) {
    await requireUsableDatabase(outsideUrl)
    return { url: outsideUrl, ended: new Promise(() => undefined), stop: () => Promise.resolve() }
  }
  return startPostgres({ dataDir: join(dataFolder, 'postgres'), log })
}
