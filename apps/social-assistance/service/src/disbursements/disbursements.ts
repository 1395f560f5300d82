import type { Subject } from '@xishan/service-kit'
import { AnswerFindings } from './answer-findings'
import { BatchDesk } from './batch-desk'
import { BatchViewsController } from './batch-views.controller'
import { Batch } from './batch.entity'
import { BatchesController } from './batches.controller'
import { CalculateBatch, StartCalculation } from './calculate-batch'
import { CreateBatch } from './create-batch'
import { FindBatches } from './find-batches'
import { FindLines } from './find-lines'
import { FindMoney } from './find-money'
import { PrintBatchPaper } from './papers/print-batch-paper'
import { SetFunds } from './set-funds'
import { SignBatch } from './sign-batch'
import { SigningController } from './signing.controller'
import { TakeOutLines } from './take-out-lines'

export const disbursements: Subject = {
  entities: [Batch],
  controllers: [BatchesController, SigningController, BatchViewsController],
  providers: [BatchDesk, CreateBatch, SetFunds, StartCalculation, AnswerFindings, TakeOutLines, SignBatch, FindBatches, FindLines, FindMoney, PrintBatchPaper],
  longJobs: [CalculateBatch],
}
