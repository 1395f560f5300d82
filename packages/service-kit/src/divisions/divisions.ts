import { DivisionRow } from './division.entity'
import { DivisionNames } from './division-names'

export const divisions = { entities: [DivisionRow], controllers: [], providers: [DivisionNames] }
