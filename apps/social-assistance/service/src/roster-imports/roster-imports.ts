import type { Subject } from '@xishan/service-kit'

export const rosterImports: Subject = { entities: [], controllers: [], providers: [] }
