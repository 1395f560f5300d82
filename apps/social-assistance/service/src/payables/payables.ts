import type { Subject } from '@xishan/service-kit'
import { Payable } from './payable.entity'

export const payables: Subject = { entities: [Payable], controllers: [], providers: [] }
