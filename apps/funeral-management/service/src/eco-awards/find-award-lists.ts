import { availableActions, mayCall, type Actor, type AvailableAction, type Page } from '@xishan/domain'
import { awardListLifecycle, contract, type AwardListAction, type AwardListDetail, type AwardListLine, type AwardListQuery, type AwardListRow, type PayableAward } from '@xishan/funeral-management-contract'
import { Conditions, Reads, cursorParts, type Ask } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { PAYABLE, PAYEE, obstacleOf, type Obstacles, type StoredPayable } from './payable-awards'

type Stored = AwardListRow & Pick<AwardListDetail, 'returnedBecause' | 'approvedOn' | 'approvedDigest' | 'exportedOn' | 'fileDigest' | 'closedOn'>
type Step = Omit<AwardListDetail['steps'][number], 'actionLabel'> & { actorId: string }

@Injectable()
export class FindAwardLists {
  constructor(@Inject(Reads) private readonly reads: Reads) {}

  async payable(actor: Actor): Promise<{ awards: PayableAward[] }> {
    const rows = await this.reads.query<StoredPayable>(actor, PAYABLE)
    return { awards: rows.map(({ fault, payeeDiedOn, ...row }) => ({ ...row, obstacle: obstacleOf({ fault, payeeDiedOn }) })) }
  }

  page(actor: Actor, query: AwardListQuery): Promise<Page<AwardListRow>> {
    const conditions = new Conditions().andIf(query.state, (state) => conditions.and('s.state = ?', state))
    const [last] = cursorParts(query.after, 1) ?? []
    conditions.andIf(last, (after) => conditions.and('s.number < ?', after))
    return this.reads.page<AwardListRow>(actor, query, `select ${LISTED}, s.number as cursor from award_list s where ${conditions} order by s.number desc limit $${conditions.parameters.length + 1}`, conditions.parameters)
  }

  async detail(actor: Actor, id: string): Promise<AwardListDetail> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [stored, rows, steps] = await Promise.all([this.reads.one<Stored>(actor, STORED, [id]), ask<Omit<AwardListLine, 'obstacle'> & Obstacles>(LINES, [id]), ask<Step>(STEPS, [id])])
    const lines = rows.map(({ fault, payeeDiedOn, ...row }) => ({ ...row, obstacle: row.state === 'PENDING' ? obstacleOf({ fault, payeeDiedOn }) : null }))
    const sums = (['PENDING', 'PAID', 'FAILED', 'HELD'] as const).flatMap((state) => {
      const of = lines.filter((line) => line.state === state)
      return of.length > 0 ? [{ state, lines: of.length, amountFen: of.reduce((sum, { amountFen }) => sum + amountFen, 0) }] : []
    })
    return {
      ...stored,
      sums,
      lines,
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: labelOfStep(step.action) })),
      actions: availableActions(awardListLifecycle, { state: stored.state, steps }, actor).flatMap((action) => (isInTurn(action, lines) ? [offered(action, lines)] : [])),
      mayDownload: stored.fileDigest !== null && mayCall(contract.permissions, 'downloadAwardFile', actor.roles),
    }
  }
}

const labelOfStep = (action: string): string => Object.entries(awardListLifecycle.actions).find(([name]) => name === action)?.[1].label ?? action

/** Outcomes are booked while there are open lines, and the list is closed when there are none. */
function isInTurn(action: AwardListAction, lines: readonly AwardListLine[]): boolean {
  const isOpen = lines.some(({ state }) => state === 'PENDING')
  return action === 'book' ? isOpen : action === 'close' ? !isOpen : true
}

function offered(action: AwardListAction, lines: readonly AwardListLine[]): AvailableAction {
  const { label, adverse = false } = awardListLifecycle.actions[action]
  return { action, label, adverse, blockedBy: blockedBy(action, lines) }
}

function blockedBy(action: AwardListAction, lines: readonly AwardListLine[]): string | null {
  const blocked = lines.find(({ obstacle }) => obstacle !== null)
  if (action === 'submit' && lines.length === 0) return '本批次没有明细。'
  if (action === 'submit' && blocked) return `${blocked.awardNumber}：${blocked.obstacle}，请先移出。`
  if ((action === 'review' || action === 'approve') && blocked) return `${blocked.awardNumber}：${blocked.obstacle}，请退回制表移出。`
  return null
}

const LISTED = `s.id, s.version, s.number, s.state, s.state_since::text as "stateSince", s.made_on::text as "madeOn", s.made_by as "madeBy", s.line_count as "lineCount", s.total_fen::float8 as "totalFen", s.fund, s.fund_document as "fundDocument"`
const STORED = `select ${LISTED}, s.returned_because as "returnedBecause", s.approved_on::text as "approvedOn", s.approved_digest as "approvedDigest", s.exported_on::text as "exportedOn", s.file_digest as "fileDigest", s.closed_on::text as "closedOn"
  from award_list s where s.id = $1`
const LINES = `select l.id, l.seq, l.attempt, l.bank, l.account_last_four as "accountLastFour", l.amount_fen::float8 as "amountFen", l.state, l.outcome_on::text as "outcomeOn", l.because, ${PAYEE.replace('a.applicant_name', 'l.account_holder')}
  from award_line l join eco_award a on a.id = l.award_id where l.list_id = $1 order by l.seq`
const STEPS = `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at,
    business_date::text as "businessDate", opinion from case_step where case_id = $1 order by seq`
