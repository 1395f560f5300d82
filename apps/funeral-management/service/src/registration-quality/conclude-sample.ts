import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { sampleLifecycle, type routes } from '@xishan/funeral-management-contract'
import { UnitOfWork } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { QualitySample } from './quality-sample.entity'

/** When every drawn file was checked the month counts; a draw that went wrong is cancelled and may be done anew. */
@Injectable()
export class ConcludeSample {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  conclude(actor: Actor, id: string, { version, opinion }: RouteInput<typeof routes.concludeSample>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const sample = await work.get(QualitySample, id, version)
      await work.take(sample, sampleLifecycle, 'conclude')
      const [open] = await work.query<{ count: number }>(`select count(*)::int as count from sampled_file where sample_id = $1 and result is null`, [id])
      if (open && open.count > 0) throw new DomainProblem('sample-unchecked', { count: String(open.count) })
      sample.concludedOn = work.businessDate
      return work.save(sample, 'conclude', { opinion })
    })
  }

  cancel(actor: Actor, id: string, { version, reason }: RouteInput<typeof routes.cancelSample>['body']): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const sample = await work.get(QualitySample, id, version)
      await work.take(sample, sampleLifecycle, 'cancel')
      return work.save(sample, 'cancel', { opinion: reason })
    })
  }
}
