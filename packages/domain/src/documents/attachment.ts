import { z } from 'zod'
import type { CodeSet } from '../code-sets/code-set'
import { Instant, IsoDate, Uuid } from '../contract/shapes'

/** What an upload says of its file, by a line's own kinds of material. */
export const attachmentFields = <C extends string>(kinds: CodeSet<C>) => z.object({ kind: kinds.schema })

/** A filed paper as a page lists it. */
export const attachmentView = <C extends string>(kinds: CodeSet<C>) =>
  z.object({
    id: Uuid,
    kind: kinds.schema,
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    uploadedBy: z.string(),
    uploadedAt: Instant,
    businessDate: IsoDate,
  })
