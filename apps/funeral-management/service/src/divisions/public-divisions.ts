import type { Subject } from '@xishan/service-kit'
import { PublicDivisionsController } from './public-divisions.controller'

export const publicDivisions: Subject = { entities: [], controllers: [PublicDivisionsController], providers: [] }
