import { exportsSubject } from '@xishan/service-kit'
import { exportedLists } from './exported-lists'
import { ExportsController } from './exports.controller'

export const listExports = exportsSubject(exportedLists, ExportsController)
