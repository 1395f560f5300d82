import { PapersController } from './papers.controller'
import { PrintPaper } from './print-paper'

export const papers = { entities: [], controllers: [PapersController], providers: [PrintPaper] }
