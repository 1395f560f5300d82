import type { Subject } from '@xishan/service-kit'

export const payables: Subject = { entities: [], controllers: [], providers: [] }
