import { availableActions, label, mayCall, monthOf, percentOf, DELIVERY_WAY, type Actor, type StepView } from '@xishan/domain'
import { BusinessClock, DivisionNames, ParameterBooks, Reads, type Ask } from '@xishan/service-kit'
import { PARAMETER, contract, recoveryLifecycle, type RecoveryAction, type RecoveryDetail, type RecoveryWay } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { amountIn } from '../disbursements/settled-months'
import { RESERVED_OFFSETS } from './offsets'
import { LISTED, recoveryRow, type ListedRecovery } from './recovery-list'
import { takesMoney } from './record-repayment'

type Stored = ListedRecovery & Omit<RecoveryDetail, keyof ListedRecovery | 'mostOffsetFen' | 'entries' | 'instalments' | 'steps' | 'actions' | 'mayRepay' | 'mayFine'> & { notifiedWay: (typeof DELIVERY_WAY.codes)[number] | null }
type StoredStep = Omit<StepView, 'actionLabel'> & { actorId: string; action: RecoveryAction }

/** One recovery with its account, its papers and what may be done next. */
@Injectable()
export class FindRecovery {
  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async detail(actor: Actor, id: string): Promise<RecoveryDetail> {
    const today = await this.clock.today()
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const [stored, entries, instalments, steps, book, names] = await Promise.all([
      this.stored(actor, id, today),
      ask<RecoveryDetail['entries'][number]>(
        `select id, kind, month, amount_fen::float8 as "amountFen", entered_on::text as "enteredOn", entered_by as "enteredBy", reference, note
         from recovery_entry where recovery_id = $1 order by entered_on, month nulls last, id`,
        [id],
      ),
      ask<RecoveryDetail['instalments'][number]>(`select due_on::text as "dueOn", amount_fen::float8 as "amountFen" from recovery_instalment where recovery_id = $1 order by due_on`, [id]),
      stepsOf(ask, id),
      this.books.on(today, ask),
      this.divisions.on(today),
    ])
    const standing = { state: stored.state, steps }
    const may = (permission: string) => mayCall(contract.permissions, permission, actor.roles)
    const { divisionCode: _place, ...own } = stored
    return {
      ...own,
      ...recoveryRow(stored, names),
      notifiedWay: stored.notifiedWay && label(DELIVERY_WAY, stored.notifiedWay),
      mostOffsetFen: percentOf(stored.monthlyFen, book.number(PARAMETER.recovery.offsetShare)),
      entries,
      instalments,
      steps: steps.map(({ actorId: _who, ...step }) => ({ ...step, actionLabel: recoveryLifecycle.actions[step.action]?.label ?? step.action })),
      actions: availableActions(recoveryLifecycle, standing, actor).filter((action) => action !== 'settle' && fits(action, stored.way)),
      mayRepay: may('recordRepayments') && takesMoney(stored),
      mayFine: may('recordFines') && stored.cause === 'FRAUD',
    }
  }

  private stored(actor: Actor, id: string, today: string): Promise<Stored> {
    return this.reads.one(
      actor,
      `select ${LISTED}, r.version, r.household_id as "householdId", b.number as "benefitNumber", coalesce(a.amount_fen, 0)::float8 as "monthlyFen", ${RESERVED_OFFSETS}::float8 as "reservedFen",
              array(select jsonb_build_object('month', m.key, 'paidFen', m.value) from jsonb_each(r.open_months) m order by m.key) as "openMonths", r.ground, r.cause_kind as "causeKind", r.found_by as "foundBy", r.debtor, r.notified_on::text as "notifiedOn", r.notified_way as "notifiedWay", r.notified_to as "notifiedTo",
              r.agreed_on::text as "agreedOn", r.monthly_offset_fen::float8 as "monthlyOffsetFen", r.write_off_document as "writeOffDocument", r.court,
              case when r.fine_fen is not null then jsonb_build_object('amountFen', r.fine_fen, 'document', r.fine_document, 'finedOn', r.fined_on) end as fine,
              r.closed_on::text as "closedOn", r.closed_because as "closedBecause"
       from recovery r join benefit b on b.id = r.benefit_id
       left join ${amountIn('greatest($2::text, b.from_month)')} a on b.state <> 'STOPPED' and (b.to_month is null or b.to_month >= $2)
       where r.id = $1`,
      [id, monthOf(today)],
    )
  }
}

/** Which way was agreed decides what may begin. */
const fits = (action: RecoveryAction, way: RecoveryWay | null): boolean => (action === 'startOffsetting' ? way === 'OFFSET' : action === 'startRepaying' ? way === 'REPAY' : true)

const stepsOf = (ask: Ask, id: string): Promise<StoredStep[]> =>
  ask(
    `select id, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", actor_name as "actorName", actor_roles as "actorRoles", to_json(at) #>> '{}' as at, business_date::text as "businessDate", opinion
     from case_step where case_id = $1 order by seq`,
    [id],
  )
