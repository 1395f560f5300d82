import type { Subject } from '@xishan/service-kit'

export const cremations: Subject = { entities: [], controllers: [], providers: [] }
