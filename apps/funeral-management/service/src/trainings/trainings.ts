import type { Subject } from '@xishan/service-kit'

export const trainings: Subject = { entities: [], controllers: [], providers: [] }
