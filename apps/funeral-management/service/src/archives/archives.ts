import type { Subject } from '@xishan/service-kit'

export const archives: Subject = { entities: [], controllers: [], providers: [] }
