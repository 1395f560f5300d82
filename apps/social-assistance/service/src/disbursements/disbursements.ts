import type { Subject } from '@xishan/service-kit'

export const disbursements: Subject = { entities: [], controllers: [], providers: [] }
