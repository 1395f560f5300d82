import { maskPhone, type Actor, type ParameterBook, type Saved } from '@xishan/domain'
import { deathLifecycle, type Circumstances, type DeathInputs, type Informant } from '@xishan/funeral-management-contract'
import { BusinessClock, CIPHERS, DivisionNames, ParameterBooks, UnitOfWork, type Ciphers, type PlaceNames, type SaveOptions, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Death } from './death.entity'
import type { CircumstanceColumns } from './tell-death'

export interface OpenDesk {
  work: Work
  book: ParameterBook
  names: PlaceNames
  ciphers: Ciphers
}

/** How every use case on a death begins and ends. */
@Injectable()
export class DeathDesk {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(CIPHERS) readonly ciphers: Ciphers,
  ) {}

  async run(actor: Actor, task: (open: OpenDesk) => Promise<Saved>): Promise<Saved> {
    const names = await this.divisions.on(await this.clock.today())
    return this.unitOfWork.run(actor, async (work) => task({ work, names, ciphers: this.ciphers, book: await this.books.on(work.businessDate, (sql, parameters) => work.query(sql, parameters)) }))
  }

  /** Takes an action on a death; `act` changes it and says what is told of it. */
  take<A extends 'confirm' | 'dismiss' | 'identify' | 'settle'>(actor: Actor, id: string, action: A, input: DeathInputs[A], act: (death: Death, open: OpenDesk) => Promise<SaveOptions> | SaveOptions): Promise<Saved> {
    return this.run(actor, async (open) => {
      const death = await open.work.get(Death, id, input.version)
      await open.work.take(death, deathLifecycle, action)
      death.dueOn = null
      return open.work.save(death, action, await act(death, open))
    })
  }
}

export const informantColumns = (ciphers: Ciphers, { name, relation, phone }: Informant): Pick<CircumstanceColumns, 'informantName' | 'informantRelation' | 'informantPhoneSealed' | 'informantPhoneMasked'> => ({
  informantName: name,
  informantRelation: relation,
  informantPhoneSealed: phone && ciphers.encrypt(phone),
  informantPhoneMasked: phone && maskPhone(phone),
})

export const circumstanceColumns = ({ place, cause, certificate }: Circumstances): Pick<CircumstanceColumns, 'place' | 'cause' | 'certificateKind' | 'certificateNumber' | 'certificateIssuer'> => ({
  place,
  cause,
  certificateKind: certificate.kind,
  certificateNumber: certificate.number,
  certificateIssuer: certificate.issuer,
})
