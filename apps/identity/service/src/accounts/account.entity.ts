import { DomainProblem, isAdministrator, isWithinScope, type Actor, type Role } from '@xishan/domain'
import { ACCOUNT_STATES, grantFault, type AccountState } from '@xishan/identity-contract'
import { AuditedEntity } from '@xishan/service-kit'
import { Column, Entity } from 'typeorm'

/**
 * A person who may sign in. `divisionCode` is the scope of the person's data as well as the row's own place: whoever sees the
 * division sees the account.
 */
@Entity()
export class Account extends AuditedEntity {
  @Column('text')
  username!: string

  @Column('text')
  name!: string

  @Column('text')
  office!: string

  @Column('text', { array: true })
  roles: Role[] = []

  @Column('text')
  state: AccountState = 'ACTIVE'

  @Column('text', { nullable: true })
  lockReason: string | null = null

  @Column('text')
  passwordHash!: string

  @Column('timestamptz')
  passwordSetAt!: Date

  /** Set by an administrator, good for one sign-in that replaces it. */
  @Column('boolean')
  passwordIssued!: boolean

  @Column('text', { nullable: true })
  oneTimeSecretSealed: string | null = null

  /** The owner has shown that the authenticator works; only then a sign-in asks for codes. */
  @Column('boolean')
  oneTimeCode = false

  @Column('text', { nullable: true })
  outsideIssuer: string | null = null

  @Column('text', { nullable: true })
  outsideSubject: string | null = null

  @Column('boolean')
  demonstration = false

  @Column('timestamptz')
  createdAt!: Date

  @Column('text')
  createdByName!: string

  static register(person: { id?: string; username: string; name: string; office: string; scope: string }, password: IssuedHash, by: Actor, at: Date): Account {
    mustBeInside(person.scope, by)
    const account = new Account()
    if (person.id) account.id = person.id
    Object.assign(account, { username: person.username, name: person.name, office: person.office, divisionCode: person.scope })
    account.issuePassword(password, at)
    account.createdAt = at
    account.createdByName = by.name
    return account
  }

  amend(details: { name: string; office: string }): void {
    this.name = details.name
    this.office = details.office
  }

  /** @throws DomainProblem when the roles do not go together, or the account is the actor's own (nobody grants himself). */
  grant(roles: readonly Role[], scope: string, by: Actor): void {
    this.mustBeOfAnother(by)
    mustBeInside(scope, by)
    const fault = grantFault(roles, scope)
    if (fault) throw new DomainProblem(fault.code, fault.details, [{ field: fault.code === 'scope-not-of-role' ? 'scope' : 'roles', message: '请检查岗位与管辖范围' }])
    this.roles = [...new Set(roles)].sort()
    this.divisionCode = scope
  }

  lock(reason: string, by: Actor): void {
    this.mustBeOfAnother(by)
    this.mustBe('ACTIVE', '停用')
    this.state = 'LOCKED'
    this.lockReason = reason
  }

  unlock(by: Actor): void {
    this.mustBeOfAnother(by)
    this.state = 'ACTIVE'
    this.lockReason = null
  }

  setPassword(hash: string, at: Date): void {
    this.passwordHash = hash
    this.passwordSetAt = at
    this.passwordIssued = false
  }

  issuePassword(password: IssuedHash, at: Date): void {
    this.setPassword(password.hash, at)
    this.passwordIssued = true
  }

  enrolOneTimeCode(secretSealed: string): void {
    if (this.oneTimeCode) throw new DomainProblem('one-time-code-on')
    this.oneTimeSecretSealed = secretSealed
  }

  confirmOneTimeCode(): void {
    this.oneTimeCode = true
  }

  removeOneTimeCode(): void {
    if (!this.oneTimeCode) throw new DomainProblem('one-time-code-off')
    this.oneTimeCode = false
    this.oneTimeSecretSealed = null
  }

  linkOutside(issuer: string, subject: string): void {
    this.outsideIssuer = issuer
    this.outsideSubject = subject
  }

  mustBeOfAnother(actor: Actor): void {
    if (actor.id === this.id) throw new DomainProblem('own-account')
  }

  get administrates(): Role | undefined {
    return this.state === 'ACTIVE' ? this.roles.find(isAdministrator) : undefined
  }

  private mustBe(state: AccountState, action: string): void {
    if (this.state !== state) throw new DomainProblem('account-state', { state: ACCOUNT_STATES[this.state], action })
  }
}

export interface IssuedHash {
  hash: string
}

function mustBeInside(scope: string, by: Actor): void {
  if (!isWithinScope(scope, by.scope)) throw new DomainProblem('scope-outside-yours', {}, [{ field: 'scope', message: '区划不在您的管辖范围内' }])
}
