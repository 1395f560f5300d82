import { Injectable } from '@nestjs/common'
import type { Actor } from '@xishan/domain'
import { UnitOfWork, type BusinessDayJob } from '@xishan/service-kit'

const KEPT_DAYS = 30

/** Removes sessions long over and failures long forgotten. The sign-in log stays: six months at least (Cybersecurity Law §21). */
@Injectable()
export class TidySessions implements BusinessDayJob {
  readonly name = 'tidy-sessions'
  readonly title = '清理过期登录'

  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(_: string, actor: Actor): Promise<void> {
    await this.unitOfWork.perform(actor, async (work) => {
      await work.query(`delete from session where coalesce(ended_at, ends_at) < $1::timestamptz - make_interval(days => $2)`, [work.now, KEPT_DAYS])
      await work.query(`delete from sign_in_failure where greatest(last_at, locked_until) < $1::timestamptz - interval '2 days'`, [work.now])
    })
  }
}
