import type { Subject } from '@xishan/service-kit'
import { RevealsController } from './reveals.controller'

export const reveals: Subject = { entities: [], controllers: [RevealsController], providers: [] }
