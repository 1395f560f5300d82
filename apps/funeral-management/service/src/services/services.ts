import type { Subject } from '@xishan/service-kit'

export const services: Subject = { entities: [], controllers: [], providers: [] }
