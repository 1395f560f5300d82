import type { Subject } from '@xishan/service-kit'
import { Recovery } from './recovery.entity'
import { RecoveryEntry } from './recovery-entry.entity'

export const recoveries: Subject = { entities: [Recovery, RecoveryEntry], controllers: [], providers: [] }
