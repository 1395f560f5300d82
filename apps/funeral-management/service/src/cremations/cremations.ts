import type { Subject } from '@xishan/service-kit'
import { ChangeCremation } from './change-cremation'
import { CremationChange } from './cremation-change.entity'
import { Cremation } from './cremation.entity'
import { CremationsController } from './cremations.controller'
import { FindCremations } from './find-cremations'
import { RecordCremation } from './record-cremation'

export const cremations: Subject = { entities: [Cremation, CremationChange], controllers: [CremationsController], providers: [FindCremations, RecordCremation, ChangeCremation] }
