import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import type { CertificateKind, RegisterDeath as Registration } from '@xishan/funeral-management-contract'
import { Inject, Injectable } from '@nestjs/common'
import { DeathDesk, circumstanceColumns, informantColumns } from './death-desk'
import { personColumns, requireOwnArea } from './deceased-facts'
import { knownDeath, requireNotRegistered, tellDeath } from './tell-death'

const OF_UNKNOWN: readonly CertificateKind[] = ['POLICE', 'POLICE_RELEASE']

/** @throws DomainProblem `death-release-needed`: who is unknown is released by the police (specification E1) */
export function requireRelease(isKnown: boolean, kind: CertificateKind, field: string): void {
  if (!isKnown && !OF_UNKNOWN.includes(kind)) throw new DomainProblem('death-release-needed', {}, [{ field, message: '请选择公安机关出具的证明' }])
}

/** A death with its papers, told by the street or for the hall. What another source told before is merged. */
@Injectable()
export class RegisterDeath {
  constructor(@Inject(DeathDesk) private readonly desk: DeathDesk) {}

  execute(actor: Actor, { deceased, informant, ...circumstances }: Registration): Promise<Saved> {
    return this.desk.run(actor, async ({ work, names, ciphers, book }) => {
      requireOwnArea(actor, deceased.hukouDivisionCode, names, 'deceased.hukouDivisionCode')
      requireRelease(deceased.document !== null, circumstances.certificate.kind, 'certificate.kind')
      const person = personColumns(ciphers, deceased, circumstances.diedOn, work.businessDate, 'deceased')
      const known = await knownDeath(work, person)
      if (known) await requireNotRegistered(work, known)
      const facts = { ...circumstanceColumns(circumstances), ...informantColumns(ciphers, informant) }
      const { death } = await tellDeath(work, { person, diedOn: circumstances.diedOn, source: 'REGISTRATION', reference: circumstances.certificate.number, facts }, book)
      return { id: death.id, version: death.version, number: death.number }
    })
  }
}
