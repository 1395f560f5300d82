import type { RulingOption } from '@xishan/portal-contract'
import { DomainProblem } from '@xishan/domain'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A point the plan leaves open: both readings, and what is assumed until the director rules. */
@Entity('open_point')
export class OpenPoint extends AuditedEntity {
  @Column('integer')
  position!: number

  @Column('text')
  title!: string

  @Column('text')
  wording!: string

  @Column('text')
  place!: string

  @Column('text')
  assumption!: string

  @Column('integer', { array: true })
  indicators!: number[]

  @Column('integer', { array: true })
  projects!: number[]

  @Column('jsonb')
  options!: RulingOption[]

  /** @throws DomainProblem `ruling-effect-unknown` when the point has no such option */
  option(key: string): RulingOption {
    const option = this.options.find((offered) => offered.key === key)
    if (!option) throw new DomainProblem('ruling-effect-unknown', {}, [{ field: 'option', message: '请从所列口径中选择' }])
    return option
  }
}
