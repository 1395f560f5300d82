import { DomainProblem, monthOf, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import { BusinessClock, LongJobs, ParameterBooks, Reads } from '@xishan/service-kit'
import type { StandardPreviewInput, routes } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ApplyStandardChange } from './apply-standard-change'
import { PreviewStandard, standardOf } from './preview-standard'

/** Starts what takes a while: the answer names the job to be watched. */
@Injectable()
export class StartStandardJobs {
  constructor(
    @Inject(LongJobs) private readonly jobs: LongJobs,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
  ) {}

  async preview(actor: Actor, input: StandardPreviewInput): Promise<Saved> {
    standardOf(await this.books.versions((sql, parameters) => this.reads.query(actor, sql, parameters)), input.key, input.effectiveFrom)
    return this.jobs.start(actor, PreviewStandard, input)
  }

  /** @throws DomainProblem `standard-not-yet`, `standard-applied`, `stale-version` */
  async apply(actor: Actor, id: string, { version }: RouteInput<typeof routes.applyStandard>['body']): Promise<Saved> {
    const change = await this.reads.one<{ state: string; version: number; month: string; appliedOn: string | null }>(
      actor,
      `select state, version, effective_month as month, applied_on::text as "appliedOn" from standard_change where id = $1`,
      [id],
    )
    if (change.state === 'APPLIED') throw new DomainProblem('standard-applied', { on: change.appliedOn ?? '' })
    if (change.month > monthOf(await this.clock.today())) throw new DomainProblem('standard-not-yet', { month: change.month })
    if (change.version !== version) throw new DomainProblem('stale-version', { by: '其他同事', at: '刚才' })
    return this.jobs.start(actor, ApplyStandardChange, { changeId: id })
  }
}
