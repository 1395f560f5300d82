import type { Subject } from '@xishan/service-kit'

export const ecoAwards: Subject = { entities: [], controllers: [], providers: [] }
