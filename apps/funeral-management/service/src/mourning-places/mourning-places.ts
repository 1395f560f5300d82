import type { Subject } from '@xishan/service-kit'
import { FindMourningPlaces } from './find-mourning-places'
import { KeepMourningPlace } from './keep-mourning-place'
import { MourningCheck, MourningPlace } from './mourning-place.entity'
import { MourningPlacesController } from './mourning-places.controller'

export const mourningPlaces: Subject = { entities: [MourningPlace, MourningCheck], controllers: [MourningPlacesController], providers: [FindMourningPlaces, KeepMourningPlace] }
