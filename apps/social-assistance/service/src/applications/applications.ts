import { Application } from './application.entity'
import { ApplicationFinances } from './finances.entity'

export const applications = { entities: [Application, ApplicationFinances], controllers: [], providers: [] }
