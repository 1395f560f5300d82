import type { Subject } from '@xishan/service-kit'
import { BenefitHold } from './benefit-hold.entity'
import { Reassessment } from './reassessment.entity'

export const benefitChanges: Subject = { entities: [BenefitHold, Reassessment], controllers: [], providers: [] }
