import type { Subject } from '@xishan/service-kit'

export const recoveries: Subject = { entities: [], controllers: [], providers: [] }
