import { Posting } from './posting.entity'

export const postings = { entities: [Posting], controllers: [], providers: [] }
