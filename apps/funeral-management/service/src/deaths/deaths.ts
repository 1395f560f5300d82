import type { Subject } from '@xishan/service-kit'

export const deaths: Subject = { entities: [], controllers: [], providers: [] }
