import { AtVersion, AvailableAction, IsoDate, Light, Uuid } from '@xishan/domain'
import { z } from 'zod'
import { BATCH_STATES, LINE_STATE } from '../disbursements/lifecycle'
import { FILE_FORMAT } from './template'

const Sum = z.object({ count: z.int(), fen: z.int() })
export type Sum = z.infer<typeof Sum>

export const PaymentFileView = z.object({
  id: Uuid,
  number: z.int(),
  /** What the bank repeats in its return file. */
  name: z.string(),
  templateName: z.string(),
  recipient: z.string(),
  format: FILE_FORMAT.schema,
  returnFormat: FILE_FORMAT.schema,
  sent: Sum,
  digest: z.string(),
  signature: z.string().nullable(),
  madeOn: IsoDate,
  madeBy: z.string(),
  sentOn: IsoDate.nullable(),
  sentBy: z.string().nullable(),
  paid: Sum,
  failed: Sum,
  /** Not answered yet. */
  open: Sum,
})
export type PaymentFileView = z.infer<typeof PaymentFileView>

/** Two sums that must be equal to the fen. */
export const Comparison = z.object({ left: z.string(), leftSum: Sum, right: z.string(), rightSum: Sum, differenceFen: z.int(), agrees: z.boolean() })
export type Comparison = z.infer<typeof Comparison>

/** Everything of a batch from the director's signature on. */
export const BatchPayment = z.object({
  batchId: Uuid,
  version: z.int(),
  number: z.string(),
  month: z.string(),
  state: z.enum(BATCH_STATES),
  templateId: Uuid.nullable(),
  lines: z.array(Sum.extend({ state: LINE_STATE.schema })),
  files: z.array(PaymentFileView),
  openRows: z.int(),
  failed: Sum.extend({ proposed: z.int(), dueOn: IsoDate.nullable(), light: Light.nullable() }),
  comparisons: z.array(Comparison),
  actions: z.array(AvailableAction),
  /** The job of the reader's own making of a file that has not ended. */
  making: z.object({ id: Uuid, done: z.int(), total: z.int().nullable() }).nullable(),
})
export type BatchPayment = z.infer<typeof BatchPayment>

export const ExportFileInput = AtVersion.extend({ templateId: Uuid })
