import { serviceActor } from '@xishan/service-kit'

/** Identity acting for itself: while somebody signs in there is no actor yet. */
export const IDENTITY = serviceActor('identity')
