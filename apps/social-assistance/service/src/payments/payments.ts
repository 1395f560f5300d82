import type { Subject } from '@xishan/service-kit'

export const payments: Subject = { entities: [], controllers: [], providers: [] }
