import { INDICATORS, IndicatorAnswers, PLAN, type IndicatorAnswer } from '@xishan/domain'
import { lineTitle, type LineTrouble } from '@xishan/portal-contract'
import { serviceActor, ServiceTokens, UnitOfWork, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { failureSentence, type LineFailure } from '../lines/line-answer'
import { LINE_BUDGET, LineClient } from '../lines/line-client'
import { credibleAnswers } from './credible-answers'

/** The portal acting for itself. */
export const PORTAL = serviceActor('portal')

/** The last day whose numbers belong to the plan, as of a business date. */
export const planDayOn = (businessDate: string): string => (businessDate > PLAN.endsOn ? PLAN.endsOn : businessDate)

interface Outcome {
  line: string
  accepted: IndicatorAnswer[]
  failure: LineFailure | null
}

/** Asks the lines for the numbers of a day and keeps what they answer. A line that gives nothing keeps its last values. */
@Injectable()
export class CollectIndicators {
  constructor(
    @Inject(LineClient) private readonly client: LineClient,
    @Inject(ServiceTokens) private readonly tokens: ServiceTokens,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The lines of this installation whose records some indicator is counted from. */
  get lines(): string[] {
    return this.client.lines.filter((line) => INDICATORS.some((indicator) => indicator.line === line))
  }

  /** @param asOf a business date within the plan */
  async execute(asOf: string, lines: readonly string[] = this.lines): Promise<LineTrouble[]> {
    const startedAt = new Date()
    const outcomes = await Promise.all(lines.map((line) => this.ask(line, asOf)))
    await this.unitOfWork.perform(PORTAL, async (work) => {
      for (const outcome of outcomes) {
        for (const answer of outcome.accepted) await keep(work, outcome.line, answer)
        await noteContact(work, outcome, asOf, startedAt)
      }
    })
    return outcomes.flatMap(({ line, failure }) => (failure ? [{ line, title: lineTitle(line), sentence: failureSentence(line, failure) }] : []))
  }

  private async ask(line: string, asOf: string): Promise<Outcome> {
    const until = Date.now() + LINE_BUDGET
    const token = await this.ownToken()
    if (!token) return { line, accepted: [], failure: 'NO_TOKEN' }
    const budget = Math.max(until - Date.now(), 100)
    const answer = await this.client.ask({ line, path: `/indicators?asOf=${asOf}`, shape: IndicatorAnswers, headers: { authorization: `Bearer ${token}` }, budget })
    if (!answer.ok) return { line, accepted: [], failure: answer.failure }
    const { accepted, refused } = credibleAnswers(line, answer.value.indicators, asOf)
    return { line, accepted, failure: refused.length > 0 ? 'UNREADABLE' : null }
  }

  /** Identity may be down, too; then nobody can be asked, and the last values stay. */
  private async ownToken(): Promise<string | null> {
    const late = new Promise<null>((resolve) => setTimeout(resolve, LINE_BUDGET, null).unref())
    return Promise.race([this.tokens.current().catch(() => null), late])
  }
}

async function keep(work: Work, line: string, answer: IndicatorAnswer): Promise<void> {
  await work.query(
    `insert into indicator_snapshot (indicator, as_of, cut_off, division_code, value, components, complete, note, line, collected_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (indicator, as_of) do update set cut_off = excluded.cut_off, value = excluded.value, components = excluded.components,
       complete = excluded.complete, note = excluded.note, line = excluded.line, collected_at = excluded.collected_at`,
    [answer.number, answer.asOf, answer.cutOff, PORTAL.scope, answer.value, JSON.stringify(answer.components), answer.complete, answer.note, line, work.now],
  )
}

/** A change announced while the line was being asked leaves the answer stale. */
async function noteContact(work: Work, { line, failure }: Outcome, asOf: string, startedAt: Date): Promise<void> {
  await work.query(
    `insert into line_contact (line, division_code, attempted_at, answered_at, answered_for, failed_at, failure)
     values ($1, $2, $3, case when $4::text is null then $5::timestamptz end, case when $4::text is null then $6::date end, case when $4::text is not null then $5::timestamptz end, $4)
     on conflict (line) do update set attempted_at = excluded.attempted_at,
       answered_at = coalesce(excluded.answered_at, line_contact.answered_at), answered_for = coalesce(excluded.answered_for, line_contact.answered_for),
       failed_at = coalesce(excluded.failed_at, line_contact.failed_at), failure = excluded.failure,
       stale_since = case when excluded.failure is null and line_contact.stale_since <= $3 then null else line_contact.stale_since end`,
    [line, PORTAL.scope, startedAt, failure, work.now, asOf],
  )
}
