import { MeansCheckAnswer } from './means-check-answer.entity'
import { MeansCheck } from './means-check.entity'

export const meansChecks = { entities: [MeansCheck, MeansCheckAnswer], controllers: [], providers: [] }
