import type { Subject } from '@xishan/service-kit'

export const facilities: Subject = { entities: [], controllers: [], providers: [] }
