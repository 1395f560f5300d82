import { DomainProblem, type BenefitMonth } from '@xishan/domain'
import type { Registration } from '@xishan/funeral-management-contract'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What an office holds on paper of a decade, and how far it is digitised. */
@Entity()
export class ArchiveHolding extends AuditedEntity {
  @Column('text')
  number!: string

  @Column('uuid')
  officeId!: string

  @Column('text')
  registration!: Registration

  @Column('integer')
  decade!: number

  @Column('integer')
  files!: number

  @Column('integer')
  digitised = 0

  @Column('integer')
  checked = 0

  @Column('date')
  targetOn!: string

  @Column('text')
  shelf = ''

  /** @throws DomainProblem `holding-too-few` */
  describe({ files, targetOn, shelf }: { files: number; targetOn: string; shelf: string }): void {
    if (files < this.digitised) throw new DomainProblem('holding-too-few', { digitised: String(this.digitised) }, [{ field: 'files', message: `不能少于已数字化的 ${this.digitised} 卷` }])
    Object.assign(this, { files, targetOn, shelf })
  }

  /** @throws DomainProblem `progress-too-many`: never more than there are, nothing checked that is not digitised */
  progress(digitised: number, checked: number): void {
    const sums = { digitised: this.digitised + digitised, checked: this.checked + checked }
    if (sums.digitised > this.files) throw tooMany('digitised', '数字化', sums.digitised, '馆藏', this.files)
    if (sums.checked > sums.digitised) throw tooMany('checked', '质检', sums.checked, '已数字化', sums.digitised)
    Object.assign(this, sums)
  }

  /** @throws DomainProblem `reversal-too-many` when less would be digitised than is checked */
  takeBack(digitised: number, checked: number): void {
    const sums = { digitised: this.digitised - digitised, checked: this.checked - checked }
    if (sums.checked > sums.digitised) throw new DomainProblem('reversal-too-many', { digitised: String(sums.digitised), checked: String(sums.checked) })
    Object.assign(this, sums)
  }
}

const tooMany = (field: string, which: string, sum: number, limitName: string, limit: number): DomainProblem =>
  new DomainProblem('progress-too-many', { which, sum: String(sum), limitName, limit: String(limit) }, [{ field, message: `${which}累计不能超过${limitName} ${limit} 卷` }])

@Entity()
export class ArchiveEntry {
  @PrimaryColumn('uuid')
  id!: string

  @Column('uuid')
  holdingId!: string

  @Column('text')
  divisionCode!: string

  @Column('text')
  month!: BenefitMonth

  @Column('integer')
  digitised!: number

  @Column('integer')
  checked!: number

  @Column('text')
  doneBy!: string

  @Column('text')
  note = ''

  @Column('text')
  enteredBy!: string

  @Column('date')
  enteredOn!: string

  @Column('uuid', { nullable: true })
  reverses: string | null = null
}
