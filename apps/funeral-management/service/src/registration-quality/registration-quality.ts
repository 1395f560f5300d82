import type { Subject } from '@xishan/service-kit'

export const registrationQuality: Subject = { entities: [], controllers: [], providers: [] }
