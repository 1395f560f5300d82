import type { Subject } from '@xishan/service-kit'
import { DecideSettlement } from './decide-settlement'
import { DrawSettlement } from './draw-settlement'
import { FindSettlements } from './find-settlements'
import { Settlement } from './settlement.entity'
import { SettlementsController } from './settlements.controller'

export const settlements: Subject = { entities: [Settlement], controllers: [SettlementsController], providers: [FindSettlements, DrawSettlement, DecideSettlement] }
