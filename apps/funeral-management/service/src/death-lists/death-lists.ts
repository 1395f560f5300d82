import type { Subject } from '@xishan/service-kit'

export const deathLists: Subject = { entities: [], controllers: [], providers: [] }
