import type { Subject } from '../service/subject'
import { ExportList } from './export-list'
import { EXPORTED_LISTS, type ExportedLists, type ExportRequest } from './exported-list'

/** Lists taken out as workbooks. The line's own controller starts `ExportList` with the input of its contract. */
export const exportsSubject = <I extends ExportRequest>(lists: ExportedLists<I>, controller: Subject['controllers'][number]): Subject => ({
  entities: [],
  controllers: [controller],
  providers: [{ provide: EXPORTED_LISTS, useValue: lists }],
  longJobs: [ExportList],
})
