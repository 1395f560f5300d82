import { maskPhone, type IdDocumentType } from '@xishan/domain'
import { CaseEntity, type Ciphers, sealDocument } from '@xishan/service-kit'
import type { DraftInput, Hardship, Residence } from '@xishan/social-assistance-contract'
import { Column } from 'typeorm'

/** What the window asks before an application can be accepted; a draft has it in part. */
export abstract class WindowRecord extends CaseEntity {
  @Column('text', { nullable: true })
  applicantName: string | null = null

  @Column('text', { nullable: true })
  documentType: IdDocumentType | null = null

  @Column('text', { nullable: true })
  documentNumberSealed: string | null = null

  @Column('text', { nullable: true })
  documentMasked: string | null = null

  @Column('text', { nullable: true })
  documentLookup: string | null = null

  @Column('text', { nullable: true })
  personKey: string | null = null

  @Column('text', { nullable: true })
  phoneSealed: string | null = null

  @Column('text', { nullable: true })
  phoneMasked: string | null = null

  @Column('text', { nullable: true })
  hukouDivisionCode: string | null = null

  @Column('text', { nullable: true })
  residence: Residence | null = null

  @Column('text', { nullable: true })
  address: string | null = null

  /** As declared, then as the household sheet has it. */
  @Column('integer', { nullable: true })
  memberCount: number | null = null

  @Column('text', { nullable: true })
  hardship: Hardship | null = null

  /** Declared at the window; the sheet names the relative. */
  @Column('boolean', { nullable: true })
  staffRelative: boolean | null = null

  /** Null until asked. */
  @Column('boolean', { nullable: true })
  agentApplies: boolean | null = null

  @Column('text', { nullable: true })
  agentName: string | null = null

  @Column('text', { nullable: true })
  agentRelation: string | null = null

  @Column('text', { nullable: true })
  agentPhoneSealed: string | null = null

  @Column('text', { nullable: true })
  agentPhoneMasked: string | null = null

  /** Keeps what was typed; what is left out stays. The division is the use case's, for it moves the case. */
  fillWindow(fields: DraftInput, ciphers: Ciphers): void {
    const { document, phone, agent, divisionCode: _, ...plain } = fields
    for (const [name, value] of Object.entries(plain)) if (value !== undefined) Object.assign(this, { [name]: value })
    if (document) Object.assign(this, sealDocument(ciphers, document))
    if (phone) Object.assign(this, { phoneSealed: ciphers.encrypt(phone), phoneMasked: maskPhone(phone) })
    if (agent === undefined) return
    Object.assign(this, {
      agentApplies: agent !== null,
      agentName: agent?.name ?? null,
      agentRelation: agent?.relation ?? null,
      agentPhoneSealed: agent ? ciphers.encrypt(agent.phone) : null,
      agentPhoneMasked: agent ? maskPhone(agent.phone) : null,
    })
  }

  /** What was typed, to be checked as a whole. @returns absent fields as `undefined` */
  windowFields(ciphers: Ciphers): Record<string, unknown> {
    const { applicantName, hukouDivisionCode, residence, address, memberCount, hardship, staffRelative } = this
    const document = this.documentType && this.documentNumberSealed ? { type: this.documentType, number: ciphers.decrypt(this.documentNumberSealed) } : undefined
    const agent = this.agentApplies ? { name: this.agentName, relation: this.agentRelation, phone: this.agentPhoneSealed ? ciphers.decrypt(this.agentPhoneSealed) : null } : null
    const typed = { applicantName, hukouDivisionCode, residence, address, memberCount, hardship, staffRelative }
    return {
      ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null)),
      divisionCode: this.divisionCode,
      ...(document ? { document } : {}),
      ...(this.phoneSealed ? { phone: ciphers.decrypt(this.phoneSealed) } : {}),
      ...(this.agentApplies === null ? {} : { agent }),
    }
  }
}
