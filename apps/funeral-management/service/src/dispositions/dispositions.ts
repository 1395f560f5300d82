import type { Subject } from '@xishan/service-kit'

export const dispositions: Subject = { entities: [], controllers: [], providers: [] }
