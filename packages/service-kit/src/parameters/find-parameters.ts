import { availableActions, type Actor, type LineParameters, type ParameterProposal, type ParameterVersion, type ParameterView, type RouteAnswer, type StepTaken, type parameterRoutes } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { BusinessClock } from '../clock/business-clock'
import type { Ask } from '../database/ask'
import { Reads } from '../database/reads'
import { LINE_PARAMETERS } from './line-parameters'
import { ParameterBooks } from './parameter-books'

type StoredProposal = Omit<ParameterProposal, 'title' | 'unit' | 'actions'> & { steps: StepTaken[] }

/** Standards and parameters with the version in force and all versions before and after, and what has been proposed. */
@Injectable()
export class FindParameters {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(LINE_PARAMETERS) private readonly parameters: LineParameters,
  ) {}

  async list(actor: Actor, on?: string): Promise<RouteAnswer<typeof parameterRoutes.findParameters>> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const day = on ?? (await this.clock.today())
    const [versions, proposals] = await Promise.all([this.books.versions(ask), this.proposals(ask)])
    return { on: day, parameters: viewsOf(versions, day, this.parameters), proposals: proposals.map((proposal) => proposalView(proposal, versions, actor, this.parameters)) }
  }

  private proposals(ask: Ask): Promise<StoredProposal[]> {
    return ask(
      `select p.id, p.version, p.key, p.value, p.effective_from::text as "effectiveFrom", p.source, p.source_mark as "sourceMark", p.note, p.state, p.proposed_by as "proposedBy", p.proposed_on::text as "proposedOn",
              p.decided_by as "decidedBy", p.decided_on::text as "decidedOn", p.opinion,
              (select coalesce(jsonb_agg(jsonb_build_object('action', s.action, 'actorId', s.actor_id) order by s.seq), '[]') from case_step s where s.case_id = p.id) as steps
       from parameter_proposal p order by p.number desc limit 200`,
    )
  }
}

function viewsOf(versions: readonly ParameterVersion[], on: string, { groupOf }: LineParameters): ParameterView[] {
  return [...new Set(versions.map(({ key }) => key))].flatMap((key) => {
    const own = versions.filter((version) => version.key === key).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
    const current = own.find((version) => version.effectiveFrom <= on && (version.effectiveTo === null || on < version.effectiveTo)) ?? null
    const named = current ?? own[0]
    return named ? [{ key, title: named.title, unit: named.unit, group: groupOf(key), current, versions: own }] : []
  })
}

function proposalView({ steps, ...proposal }: StoredProposal, versions: readonly ParameterVersion[], actor: Actor, { lifecycle }: LineParameters): ParameterProposal {
  const known = versions.findLast(({ key }) => key === proposal.key)
  return { ...proposal, title: known?.title ?? proposal.key, unit: known?.unit ?? 'text', actions: availableActions(lifecycle, { state: proposal.state, steps }, actor) }
}
