import { z } from 'zod'
import { codeSet, type CodeSet } from '../code-sets/code-set'
import { IdParams } from '../contract/shapes'

export const PAPER_FORMAT = codeSet('文件格式', '本平台约定', [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
])

export const PaperQuery = z.object({ format: PAPER_FORMAT.schema.default('pdf') })

/** Which paper of which case is printed: `/applications/:id/papers/:kind`. */
export const paperParams = <C extends string>(papers: CodeSet<C>) => IdParams.extend({ kind: papers.schema })
