import { Survey } from './survey.entity'

export const investigations = { entities: [Survey], controllers: [], providers: [] }
