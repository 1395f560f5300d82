import type { Subject } from '@xishan/service-kit'

export const graves: Subject = { entities: [], controllers: [], providers: [] }
