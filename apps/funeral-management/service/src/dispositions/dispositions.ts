import type { Subject } from '@xishan/service-kit'
import { ChangeDisposition } from './change-disposition'
import { DispositionChange } from './disposition-change.entity'
import { Disposition } from './disposition.entity'
import { DispositionsController } from './dispositions.controller'
import { FindDispositions } from './find-dispositions'
import { RecordDisposition } from './record-disposition'

export const dispositions: Subject = {
  entities: [Disposition, DispositionChange],
  controllers: [DispositionsController],
  providers: [FindDispositions, RecordDisposition, ChangeDisposition],
}
