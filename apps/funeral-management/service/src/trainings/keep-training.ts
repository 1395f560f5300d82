import { DomainProblem, type Actor, type RouteInput, type Saved } from '@xishan/domain'
import type { ChangeTraining, KeepTrainees, TrainingInput, routes } from '@xishan/funeral-management-contract'
import { UnitOfWork, newId, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Trainee, Training } from './training.entity'

/** Trainings as they were held, and who took part. */
@Injectable()
export class KeepTraining {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  add(actor: Actor, { kind, ...facts }: TrainingInput): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      requireHeld(work, facts.heldOn)
      const training = Object.assign(new Training(), { id: newId(), number: await work.nextNumber(kind === 'FUNERAL' ? 'FMT' : 'RGT'), divisionCode: actor.scope, kind, recordedBy: actor.name })
      training.describe(facts)
      return { ...(await work.save(training, 'add')), number: training.number }
    })
  }

  change(actor: Actor, id: string, { version, ...facts }: ChangeTraining): Promise<Saved> {
    return this.on(actor, id, version, (work, training) => {
      requireHeld(work, facts.heldOn)
      training.describe(facts)
      return work.save(training, 'change')
    })
  }

  /** The list is kept as a whole; who was added and who was left out stands in the audit. */
  keepTrainees(actor: Actor, id: string, { version, trainees }: KeepTrainees): Promise<Saved> {
    return this.on(actor, id, version, async (work, training) => {
      const before = await work.find(Trainee, { trainingId: id })
      const nameOf = ({ name, workUnit }: Pick<Trainee, 'name' | 'workUnit'>) => `${name}（${workUnit}）`
      const [then, now] = [before.map(nameOf), trainees.map(nameOf)]
      const saved = await work.save(training, 'keepTrainees', { changes: { trainees: trainees.length, added: now.filter((one) => !then.includes(one)), removed: then.filter((one) => !now.includes(one)) } })
      await work.remove(Trainee, { trainingId: id })
      await work.insert(Trainee, trainees.map((trainee, at) => Object.assign(new Trainee(), trainee, { id: newId(), trainingId: id, divisionCode: training.divisionCode, position: at + 1 })))
      return saved
    })
  }

  cancel(actor: Actor, id: string, { version, reason }: RouteInput<typeof routes.cancelTraining>['body']): Promise<Saved> {
    return this.on(actor, id, version, (work, training) => {
      training.cancel(reason)
      return work.save(training, 'cancel')
    })
  }

  private on(actor: Actor, id: string, version: number, act: (work: Work, training: Training) => Promise<Saved>): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const training = await work.get(Training, id, version)
      if (training.isCancelled) throw new DomainProblem('training-cancelled')
      return act(work, training)
    })
  }
}

/** @throws DomainProblem `training-in-future` */
function requireHeld({ businessDate: today }: Work, heldOn: string): void {
  if (heldOn > today) throw new DomainProblem('training-in-future', { today }, [{ field: 'heldOn', message: `不能晚于 ${today}` }])
}
