import type { Work } from '../unit-of-work/work'
import type { ParameterVersionRow } from './parameter-version.entity'

/** What a line does when a version was approved, in the same work. */
export interface VersionApproved {
  approved(work: Work, version: ParameterVersionRow): Promise<void>
}

/** Injection token of the line's {@link VersionApproved}, where it has one. */
export const VERSION_APPROVED = Symbol('a version was approved')
