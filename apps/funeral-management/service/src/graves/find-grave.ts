import { DELIVERY_WAY, addDays, availableActions, label, type Actor, type AvailableAction, type StepView } from '@xishan/domain'
import { GRAVE_PARAMETER, graveLifecycle, graveRule, type GraveAction, type GraveDetail } from '@xishan/funeral-management-contract'
import { ATTACHMENT_VIEW, BusinessClock, DivisionNames, ParameterBooks, Reads, type Ask } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { LISTED, graveRow, type ListedGrave } from './grave-list'
import type { IllegalGrave } from './illegal-grave.entity'

type Stored = ListedGrave & Pick<IllegalGrave, 'longitude' | 'latitude' | 'description' | 'holderPhoneMasked' | 'foundBy' | 'visitedOn' | 'findings' | 'issuedOn' | 'requirement' | 'rectifyDays' | 'servedOn' | 'servedWay' | 'receivedBy' | 'rectifyBy' | 'extensionReason' | 'doneOn' | 'result'>
type StoredStep = Omit<StepView, 'actionLabel'> & { actorId: string; action: GraveAction }

/** One grave with its photos, its notice and what may be done next. */
@Injectable()
export class FindGrave {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async detail(actor: Actor, id: string): Promise<GraveDetail> {
    const today = await this.clock.today()
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [stored, attachments, steps, book, names] = await Promise.all([
      this.reads.one<Stored>(actor, STORED, [id]),
      ask<GraveDetail['attachments'][number]>(`select ${ATTACHMENT_VIEW} from attachment where subject_type = 'illegal_grave' and subject_id = $1 order by uploaded_at, id`, [id]),
      ask<StoredStep>(STEPS, [id]),
      this.books.on(today, ask),
      this.divisions.on(today),
    ])
    const { issuedOn, requirement, rectifyDays, servedOn, servedWay, receivedBy, rectifyBy, extensionReason, ...own } = stored
    const { article, text, sourceMark } = graveRule(stored.kind, issuedOn ?? today)
    const mayExtend = stored.state === 'NOTICE' && rectifyBy !== null && extensionReason === ''
    return {
      ...own,
      ...graveRow(stored, names, today),
      rule: { article, text, isAssumption: sourceMark === 'assumption' },
      notice: stored.noticeNumber && issuedOn ? { number: stored.noticeNumber, issuedOn, requirement, days: rectifyDays ?? 0, servedOn, servedWay: label(DELIVERY_WAY, servedWay), receivedBy, extensionReason } : null,
      extensionUntil: mayExtend ? addDays(rectifyBy, book.number(GRAVE_PARAMETER.extensionDays)) : null,
      attachments,
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: graveLifecycle.actions[step.action].label })),
      actions: availableActions(graveLifecycle, { state: stored.state, steps }, actor).filter((action) => makesSense(action, stored, today)).map(offered),
    }
  }
}

/** What has no sense any more, or not yet, is not offered. */
function makesSense(action: GraveAction, { servedOn, rectifyBy, extensionReason }: Stored, today: string): boolean {
  if (action === 'serve') return servedOn === null
  if (action === 'extend') return rectifyBy !== null && extensionReason === ''
  return action !== 'enforce' || (rectifyBy !== null && rectifyBy < today)
}

function offered(action: GraveAction): AvailableAction {
  const { label: title, adverse = false } = graveLifecycle.actions[action]
  return { action, label: title, adverse, blockedBy: null }
}

const STORED = `select ${LISTED}, g.longitude, g.latitude, g.description, g.holder_phone_masked as "holderPhoneMasked", g.found_by as "foundBy", g.visited_on::text as "visitedOn", g.findings,
    g.issued_on::text as "issuedOn", g.requirement, g.rectify_days as "rectifyDays", g.served_on::text as "servedOn", g.served_way as "servedWay", g.received_by as "receivedBy",
    g.rectify_by::text as "rectifyBy", g.extension_reason as "extensionReason", g.done_on::text as "doneOn", g.result
  from illegal_grave g where g.id = $1`

const STEPS = `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
    business_date::text as "businessDate", opinion from case_step where case_id = $1 order by seq`
