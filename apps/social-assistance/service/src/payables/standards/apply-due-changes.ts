import { monthOf, type Actor } from '@xishan/domain'
import { Reads, type BusinessDayJob, type JobProgress } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { ApplyStandardChange } from './apply-standard-change'

/** Nobody watches; what is done is known from what is written. */
const UNWATCHED: JobProgress = { report: async () => {}, checkpoint: () => undefined, saveCheckpoint: async () => {} }

/** A change whose month has come is applied by itself, when nobody has done so; one that was broken off goes on. */
@Injectable()
export class ApplyDueChanges implements BusinessDayJob {
  readonly name = 'apply-due-standard-changes'
  readonly title = '标准调整到期执行'

  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(ApplyStandardChange) private readonly application: ApplyStandardChange,
  ) {}

  async run(businessDate: string, actor: Actor): Promise<void> {
    const due = await this.reads.query<{ id: string }>(actor, `select id from standard_change where state <> 'APPLIED' and effective_month <= $1 order by number`, [monthOf(businessDate)])
    for (const { id } of due) await this.application.run(actor, { changeId: id }, UNWATCHED)
  }
}
