import type { ChangeFacility, FacilityKind, PlotKind, PlotState } from '@xishan/funeral-management-contract'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A hall, a columbarium or a cemetery, and by what it is approved. */
@Entity()
export class Facility extends AuditedEntity {
  @Column('text')
  number!: string

  @Column('text')
  name!: string

  @Column('text')
  kind!: FacilityKind

  @Column('text')
  address!: string

  @Column('text')
  operator!: string

  @Column('text')
  telephone!: string

  @Column('jsonb')
  approval!: { authority: string; document: string; approvedOn: string }

  describe({ name, address, operator, telephone, approval }: Omit<ChangeFacility, 'version'>): void {
    Object.assign(this, { name, address, operator, telephone, approval })
  }
}

/** Plots of one kind and size, in rows. */
@Entity()
export class Zone extends AuditedEntity {
  @Column('uuid')
  facilityId!: string

  @Column('text')
  name!: string

  @Column('text')
  plotKind!: PlotKind

  @Column('integer')
  rows!: number

  @Column('integer')
  columns!: number

  @Column('double precision')
  area!: number
}

@Entity()
export class Plot {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  zoneId!: string

  @Column('uuid')
  facilityId!: string

  @Column('text')
  divisionCode!: string

  @Column('integer')
  row!: number

  @Column('integer')
  column!: number

  @Column('text')
  state!: PlotState

  @Column('text')
  note!: string
}
