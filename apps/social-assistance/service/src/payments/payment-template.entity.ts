import { AuditedEntity } from '@xishan/service-kit'
import type { FileFormat, PaymentTemplateInput, TemplateLayout } from '@xishan/social-assistance-contract'
import { Column, Entity } from 'typeorm'

/** How one recipient wants its payment file and writes its return file. A file keeps the layout it was made with. */
@Entity()
export class PaymentTemplate extends AuditedEntity {
  @Column('text')
  name!: string

  @Column('text')
  recipient!: string

  @Column('text')
  format!: FileFormat

  @Column('text')
  encoding!: TemplateLayout['encoding']

  @Column('jsonb')
  titles!: TemplateLayout['titles']

  @Column('jsonb')
  columns!: TemplateLayout['columns']

  @Column('text')
  returnFormat!: FileFormat

  @Column('jsonb')
  returnColumns!: TemplateLayout['returnColumns']

  @Column('jsonb')
  codes!: TemplateLayout['codes']

  /** Put in by the platform and looked at by nobody of the bureau yet. */
  @Column('boolean')
  assumed!: boolean

  @Column('date', { nullable: true })
  retiredOn: string | null = null

  set(input: PaymentTemplateInput): this {
    const { name, recipient, format, encoding, titles, columns, returnFormat, returnColumns, codes } = input
    return Object.assign(this, { name, recipient, format, encoding, titles, columns, returnFormat, returnColumns, codes, assumed: false })
  }

  get layout(): TemplateLayout {
    const { format, encoding, titles, columns, returnFormat, returnColumns, codes } = this
    return { format, encoding, titles, columns, returnFormat, returnColumns, codes }
  }
}
