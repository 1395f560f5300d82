import type { OfficeInput, Registration } from '@xishan/funeral-management-contract'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An office that registers marriages or adoptions; the registration itself stays in the national system. */
@Entity()
export class RegistrationOffice extends AuditedEntity {
  @Column('text')
  number!: string

  @Column('text')
  name!: string

  @Column('text', { array: true })
  registrations!: Registration[]

  @Column('text')
  address!: string

  @Column('text')
  telephone!: string

  @Column('integer')
  registrars!: number

  describe({ name, registrations, address, telephone, registrars }: OfficeInput): void {
    Object.assign(this, { name, registrations, address, telephone, registrars })
  }
}

/** A grade that the office was given. */
@Entity()
export class OfficeGrade {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  officeId!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  grade!: string

  @Column('date')
  gradedOn!: string

  @Column('date', { nullable: true })
  validTo!: string | null

  @Column('text')
  by!: string

  @Column('text')
  document!: string

  @Column('text')
  note!: string

  @Column('text')
  enteredBy!: string
}
