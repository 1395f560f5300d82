import { DomainProblem, label, type Actor, type Saved } from '@xishan/domain'
import { UnitOfWork, type Work } from '@xishan/service-kit'
import { ACTIONS_OF_TASK, DEATH_TASK, deathTaskLifecycle, type DeathTaskAction, type DeathTaskInputs } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { ReportBenefitChange } from '../benefit-changes/report-change'
import { liftHold } from '../benefit-changes/lift-hold'
import { requireNoRelative } from '../households/near-relatives'
import { DeathTask } from './death-task.entity'
import { SettleBenefit } from './settle-benefit'
import { TakeUpDeath } from './take-up-death'

type Asked = Exclude<DeathTaskAction, 'open' | 'withdraw' | 'reopen'>

/** What people do about the tasks that deaths leave. */
@Injectable()
export class DeathTaskDesk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(TakeUpDeath) private readonly takeUp: TakeUpDeath,
    @Inject(ReportBenefitChange) private readonly report: ReportBenefitChange,
    @Inject(SettleBenefit) private readonly settleBenefit: SettleBenefit,
  ) {}

  /** It was this payee: from here on the death is treated as if it had come with the number. */
  confirmMatch(actor: Actor, id: string, input: DeathTaskInputs['confirmMatch']): Promise<Saved> {
    return this.take(actor, id, 'confirmMatch', input, async (work, task) => {
      const [identified] = await work.query<{ done: boolean }>(`select identify_death($1) as done`, [task.id])
      if (!identified?.done) throw new DomainProblem('match-elsewhere')
    }, (work, task) => this.takeUp.follow(work, task.deathId ?? '', null, null))
  }

  /** When it was none of those who bear the name, the next day's work asks the bureau. */
  rejectMatch(actor: Actor, id: string, input: DeathTaskInputs['rejectMatch']): Promise<Saved> {
    return this.take(actor, id, 'rejectMatch', input)
  }

  /** Begins the case in which the household's new amount is worked out. */
  recompute(actor: Actor, id: string, input: DeathTaskInputs['recompute']): Promise<Saved> {
    return this.take(actor, id, 'recompute', input, async (work, task) => {
      const [death] = await work.query<{ diedOn: string }>(`select died_on::text as "diedOn" from known_death where id = $1`, [task.deathId])
      await this.report.report(work, {
        benefitId: task.benefitId ?? '', kind: 'RECOMPUTE', ground: 'DEATH', source: 'EVENT', content: `${task.detail.split('\n')[0] ?? ''}${input.opinion}`, occurredOn: death?.diedOn ?? work.businessDate, reportedOn: work.businessDate,
      })
    })
  }

  /** What the re-check has found to be too much is claimed by it; the proposal that waited for an amount is looked at again. @throws DomainProblem `recompute-open`, `recompute-missing` */
  finishRecheck(actor: Actor, id: string, input: DeathTaskInputs['finishRecheck']): Promise<Saved> {
    return this.take(actor, id, 'finishRecheck', input, async (work, task) => {
      const changes = await work.query<{ number: string; state: string }>(
        `select c.number, c.state from benefit_change c, death_task t where t.id = $1 and c.benefit_id = t.benefit_id and c.ground = 'DEATH' and c.reported_on >= (select min(s.business_date) from case_step s where s.case_id = t.id) order by c.number desc`,
        [task.id],
      )
      const open = changes.find(({ state }) => ['REPORTED', 'PROPOSED', 'REVIEWED'].includes(state))
      if (open) throw new DomainProblem('recompute-open', { number: open.number })
      if (!changes.some(({ state }) => state === 'CONFIRMED' || state === 'UNCHANGED')) throw new DomainProblem('recompute-missing')
    }, (work, task) => this.settleBenefit.execute(work, task.benefitId ?? '', null))
  }

  /** The living are paid again, with what was held. @throws DomainProblem `card-not-changed` */
  changeCard(actor: Actor, id: string, input: DeathTaskInputs['changeCard']): Promise<Saved> {
    return this.take(actor, id, 'changeCard', input, async (work, task) => {
      const [account] = await work.query<{ holder: string | null; isDead: boolean }>(
        `select h.account_holder as holder, h.account_holder is null or exists (select from benefit_member m join known_death d on d.person_key = m.person_key and d.state = 'KNOWN'
           where m.benefit_id = $2 and m.name = h.account_holder) as "isDead" from household h where h.id = $1`,
        [task.householdId, task.benefitId],
      )
      if (!account || account.isDead) throw new DomainProblem('card-not-changed', { holder: account?.holder ?? '（未登记）' })
      const holds = await work.query<{ id: string }>(`select id from benefit_hold where benefit_id = $1 and death_id = $2 and lifted_on is null order by id`, [task.benefitId, task.deathId])
      for (const hold of holds) await liftHold(work, hold.id, '收款账户已改为在世成员的账户')
    })
  }

  settle(actor: Actor, id: string, input: DeathTaskInputs['settle']): Promise<Saved> {
    return this.take(actor, id, 'settle', input)
  }

  private take<A extends Asked>(actor: Actor, id: string, action: A, input: DeathTaskInputs[A], act?: (work: Work, task: DeathTask) => Promise<void>, after?: (work: Work, task: DeathTask) => Promise<void>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const task = await work.get(DeathTask, id, input.version)
      await requireNoRelative(work, task.householdId)
      if (!ACTIONS_OF_TASK[task.kind].includes(action)) throw new DomainProblem('task-of-kind', { kind: label(DEATH_TASK, task.kind), action: deathTaskLifecycle.actions[action].label })
      await act?.(work, task)
      await work.take(task, deathTaskLifecycle, action)
      if (task.state !== 'AT_STREET') {
        task.decide(work.businessDate, actor.name, input.opinion)
        task.run(null, null)
      }
      const saved = await work.save(task, action, { opinion: input.opinion })
      await after?.(work, task)
      return saved
    })
  }
}
