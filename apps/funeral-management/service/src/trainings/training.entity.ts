import type { ChangeTraining, Trainee as TraineeInput, TrainingKind } from '@xishan/funeral-management-contract'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A training that was held. */
@Entity()
export class Training extends AuditedEntity {
  @Column('text')
  number!: string

  @Column('text')
  kind!: TrainingKind

  @Column('text')
  title!: string

  @Column('date')
  heldOn!: string

  @Column('double precision')
  hours!: number

  @Column('text')
  organiser!: string

  @Column('text')
  place = ''

  @Column('text')
  note = ''

  @Column('boolean')
  isCancelled = false

  @Column('text')
  cancelledBecause = ''

  @Column('text')
  recordedBy!: string

  describe({ title, heldOn, hours, organiser, place, note }: Omit<ChangeTraining, 'version'>): void {
    Object.assign(this, { title, heldOn, hours, organiser, place, note })
  }

  cancel(cancelledBecause: string): void {
    Object.assign(this, { isCancelled: true, cancelledBecause })
  }
}

@Entity()
export class Trainee {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  trainingId!: string

  @Column('text')
  divisionCode!: string

  @Column('integer')
  position!: number

  @Column('text')
  name!: string

  @Column('text')
  workUnit!: string

  @Column('text')
  certificateNumber!: string

  @Column('text')
  result!: TraineeInput['result']
}
