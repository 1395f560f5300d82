import { DivisionRow } from './division.entity'

export const divisions = { entities: [DivisionRow], controllers: [], providers: [] }
