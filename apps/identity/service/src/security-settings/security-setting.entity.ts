import { DomainProblem } from '@xishan/domain'
import { SECURITY_SETTINGS, type SecuritySettingKey } from '@xishan/identity-contract'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/** A setting that somebody moved away from its default. Earlier values stand in the audit trail. */
@Entity()
export class SecuritySetting extends AuditedEntity {
  @Column('text')
  key!: SecuritySettingKey

  @Column('integer')
  value!: number

  @Column('text')
  reason!: string

  @Column('text')
  setByName!: string

  @Column('timestamptz')
  effectiveFrom!: Date

  /** @throws DomainProblem `setting-out-of-range`: no value switches a protection off. */
  set(value: number, reason: string, byName: string, at: Date): void {
    const { title, min, max } = SECURITY_SETTINGS[this.key]
    if (value < min || value > max) throw new DomainProblem('setting-out-of-range', { title, min, max }, [{ field: 'value', message: `应在 ${min} 至 ${max} 之间` }])
    this.value = value
    this.reason = reason
    this.setByName = byName
    this.effectiveFrom = at
  }
}
