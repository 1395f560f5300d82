import type { ParameterVersion } from '@xishan/domain'
import type { Work } from '../unit-of-work/work'
import { ParameterVersionRow } from './parameter-version.entity'

/**
 * Brings in the versions that are not yet there, in a work of a service actor. Versions that stand are never changed: another
 * value is a new version.
 */
export async function loadParameters(work: Work, versions: readonly ParameterVersion[]): Promise<void> {
  const standing = new Set((await work.find(ParameterVersionRow, {})).map(({ key, version }) => `${key} ${version}`))
  const added = versions.filter(({ key, version }) => !standing.has(`${key} ${version}`))
  await work.insert(
    ParameterVersionRow,
    added.map((version) => Object.assign(new ParameterVersionRow(), version, { proposalId: null })),
  )
}
