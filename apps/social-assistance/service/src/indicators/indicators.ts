import { FindCoverage } from './find-coverage'
import { IndicatorsController } from './indicators.controller'

export const indicators = { entities: [], controllers: [IndicatorsController], providers: [FindCoverage] }
