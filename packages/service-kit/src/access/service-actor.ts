import type { Actor } from '@xishan/domain'

/** The district whose services these are. */
export const DISTRICT = '530112'

/** A service acting for itself: jobs, event handlers, calls to other services. */
export const serviceActor = (line: string): Actor => ({ kind: 'service', id: `service:${line}`, name: `系统（${line}）`, roles: ['SERVICE'], scope: DISTRICT })
