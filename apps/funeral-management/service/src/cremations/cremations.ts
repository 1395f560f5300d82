import type { Subject } from '@xishan/service-kit'
import { Cremation } from './cremation.entity'
import { CremationsController } from './cremations.controller'
import { FindCremations } from './find-cremations'
import { RecordCremation } from './record-cremation'

export const cremations: Subject = { entities: [Cremation], controllers: [CremationsController], providers: [FindCremations, RecordCremation] }
