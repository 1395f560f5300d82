import type { ServiceApp } from '@xishan/service-kit'

/** What the host hands over to fill a new demonstration: every schema is migrated and empty, no request is answered yet. */
export interface SeedContext {
  /** The line's running service: `service('identity').get(UnitOfWork)`. */
  service(line: string): ServiceApp
  /** Connection of the role that owns the line's schema, for bulk writing. */
  migratorUrl(line: string): string
  /** Key ring of personal data, as the services have it. */
  dataKeys: string
  /** The demonstration's first business date. */
  businessDate: string
  /** Tells the person at the terminal what is being done. */
  progress(what: string): void
}
