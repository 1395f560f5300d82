import { migrate, provision, schemaOf, type ServiceDefinition } from '@xishan/service-kit'
import { clearDemonstration, markBegun, readMark } from './demonstration-mark'
import { lineOf } from './lines'
import { fingerprint, type Secrets } from './secrets'
import { credentialsOf, migratorUrl } from './service-settings'

/** Every service's schema and roles, brought up to date. */
async function bringUpToDate(definitions: readonly ServiceDefinition[], databaseUrl: string, secrets: Secrets, progress: (line: string) => void): Promise<void> {
  for (const definition of definitions) {
    const line = lineOf(definition)
    progress(line)
    await provision(databaseUrl, schemaOf(line), credentialsOf(secrets, line))
    await migrate(definition, migratorUrl(databaseUrl, line, secrets))
  }
}

/**
 * Migrates, and says whether the demonstration is still to be filled. What an interrupted filling left is removed first.
 * @throws Refusal when the database is somebody else's
 */
export async function prepareSchemas(definitions: readonly ServiceDefinition[], databaseUrl: string, secrets: Secrets, progress: (line: string) => void): Promise<{ isEmpty: boolean }> {
  const lines = definitions.map(lineOf)
  const keys = fingerprint(secrets)
  const state = await readMark(databaseUrl, lines, keys)
  if (state === 'unfinished') await clearDemonstration(databaseUrl, lines)
  if (state !== 'filled') await markBegun(databaseUrl, keys)
  await bringUpToDate(definitions, databaseUrl, secrets, progress)
  return { isEmpty: state !== 'filled' }
}

