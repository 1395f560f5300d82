import type { Subject } from '@xishan/service-kit'
import type { Type } from '@nestjs/common'
import { FindIndicators } from './find-indicators'
import { IndicatorsController } from './indicators.controller'
import { EcoBurials } from '../dispositions/eco-burials'
import { QualifiedRegistrations } from '../registration-quality/qualified-registrations'
import { LINE_INDICATORS, type LineIndicator } from './line-indicator'

/** Each a provider of its subject. */
const COUNTED: readonly Type<LineIndicator>[] = [QualifiedRegistrations, EcoBurials]

export const indicators: Subject = {
  entities: [],
  controllers: [IndicatorsController],
  providers: [...COUNTED, { provide: LINE_INDICATORS, useFactory: (...counted: LineIndicator[]) => counted, inject: [...COUNTED] }, FindIndicators],
}
