import { DeathFigures, type CollectedDeathFigures } from '@xishan/portal-contract'
import { Reads, ServiceTokens, UnitOfWork } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { PORTAL } from '../collection/collect-indicators'
import { failureSentence, type LineAnswer } from '../lines/line-answer'
import { LineClient } from '../lines/line-client'

const LINE = 'social-assistance'

/** What a month's deaths did to payments: asked of the line that pays; when it is away, what it said last and when. */
@Injectable()
export class FindDeathFigures {
  constructor(
    @Inject(LineClient) private readonly client: LineClient,
    @Inject(ServiceTokens) private readonly tokens: ServiceTokens,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async execute(month: string): Promise<CollectedDeathFigures> {
    const answer = await this.ask(month)
    if (answer.ok && answer.value.month === month) return { figures: answer.value, collectedAt: await this.keep(answer.value), trouble: null }
    const [kept] = await this.reads.query<{ figures: unknown; collectedAt: string }>(PORTAL, `select figures, to_json(collected_at) #>> '{}' as "collectedAt" from death_figures where month = $1`, [month])
    return { figures: kept ? DeathFigures.parse(kept.figures) : null, collectedAt: kept ? new Date(kept.collectedAt).toISOString() : null, trouble: failureSentence(LINE, answer.ok ? 'UNREADABLE' : answer.failure) }
  }

  private async ask(month: string): Promise<LineAnswer<DeathFigures>> {
    const token = await this.tokens.current().catch(() => null)
    if (!token) return { ok: false, failure: 'NO_TOKEN', milliseconds: 0 }
    return this.client.ask({ line: LINE, path: `/deaths/figures?month=${month}`, shape: DeathFigures, headers: { authorization: `Bearer ${token}` } })
  }

  private async keep(figures: DeathFigures): Promise<string> {
    return this.unitOfWork.perform(PORTAL, async (work) => {
      await work.query(
        `insert into death_figures (month, division_code, figures, collected_at) values ($1, $2, $3, $4) on conflict (month) do update set figures = excluded.figures, collected_at = excluded.collected_at`,
        [figures.month, PORTAL.scope, JSON.stringify(figures), work.now],
      )
      return work.now.toISOString()
    })
  }
}
