import type { Subject } from '@xishan/service-kit'

export const benefitChanges: Subject = { entities: [], controllers: [], providers: [] }
