import type { Subject } from '@xishan/service-kit'

export const mourningPlaces: Subject = { entities: [], controllers: [], providers: [] }
