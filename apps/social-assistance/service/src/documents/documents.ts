import { Delivery } from './delivery.entity'

export const documents = { entities: [Delivery], controllers: [], providers: [] }
