import type { Subject } from '@xishan/service-kit'

export const adoptions: Subject = { entities: [], controllers: [], providers: [] }
