import { Decision } from './decision.entity'

export const decisions = { entities: [Decision], controllers: [], providers: [] }
