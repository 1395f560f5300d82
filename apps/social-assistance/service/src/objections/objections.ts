import { Objection } from './objection.entity'

export const objections = { entities: [Objection], controllers: [], providers: [] }
