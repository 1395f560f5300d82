import { ExportList } from './export-list'
import { ExportsController } from './exports.controller'

export const listExports = { entities: [], controllers: [ExportsController], providers: [], longJobs: [ExportList] }
