import { DomainProblem, labelOf, type Actor, type Saved } from '@xishan/domain'
import { RESTING_OF, deathLifecycle, type OccupyPlot, type PlotKind } from '@xishan/funeral-management-contract'
import { UnitOfWork, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Death } from '../deaths/death.entity'
import { Disposition } from '../dispositions/disposition.entity'
import { fromDeath, layToRest, type PersonOf } from '../dispositions/lay-to-rest'
import { Plot } from './facility.entity'
import type { GraveContract } from './grave-contract.entity'
import { requireDay, requireState, withContract } from './handle-contract'

/** Whoever the plot is for is laid to rest in it: one work records both, so that it is not recorded twice for indicator 18. */
@Injectable()
export class BuryInPlot {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, id: string, { version, occupiedOn, certificateNumber }: OccupyPlot): Promise<Saved> {
    return withContract(this.unitOfWork, actor, id, version, async (work, contract) => {
      requireState(contract, ['ACTIVE', 'RENEWAL'])
      if (contract.occupiedOn) throw new DomainProblem('contract-occupied', { date: contract.occupiedOn })
      const death = await deathOf(work, contract)
      requireDay(occupiedOn, death && death.diedOn > contract.signedOn ? death.diedOn : contract.signedOn, work, 'occupiedOn')
      const recorded = (await linkedToRecorded(work, contract, { occupiedOn, certificateNumber })) ?? (await recordBurial(work, contract, death, { occupiedOn, certificateNumber }))
      contract.occupiedOn = occupiedOn
      await work.update(Plot, { id: contract.plotId }, { state: 'OCCUPIED' })
      return work.save(contract, 'occupy', { changes: { disposition: recorded } })
    })
  }
}

/** @throws DomainProblem `disposition-death-state` */
async function deathOf(work: Work, { deathId, userLookup }: GraveContract): Promise<Death | null> {
  const [found] = deathId ? [{ id: deathId }] : await work.query<{ id: string }>(`select id from death where document_lookup = $1 and state not in ('REVOKED', 'DISMISSED')`, [userLookup])
  if (!found) return null
  const death = await work.get(Death, found.id)
  if (death.state !== 'REGISTERED' && death.state !== 'DISPUTED' && death.state !== 'UNIDENTIFIED') throw new DomainProblem('disposition-death-state', { state: labelOf(deathLifecycle, death.state) })
  return death
}

/** A burial that a street recorded before the cemetery did is this one. @throws DomainProblem `contract-burial-differs` */
async function linkedToRecorded(work: Work, { id, deathId, userLookup }: GraveContract, { occupiedOn, certificateNumber }: Omit<OccupyPlot, 'version'>): Promise<string | null> {
  const [found] = await work.query<{ id: string }>(`select id from disposition where state = 'STANDING' and kind <> 'TEMPORARY' and (death_id = $1 or document_lookup = $2)`, [deathId, userLookup])
  if (!found) return null
  const burial = await work.get(Disposition, found.id)
  if (burial.disposedOn !== occupiedOn || burial.certificateNumber !== certificateNumber) throw new DomainProblem('contract-burial-differs', { number: burial.number })
  burial.contractId = id
  await work.save(burial, 'linkContract')
  return burial.number
}

async function recordBurial(work: Work, contract: GraveContract, death: Death | null, { occupiedOn, certificateNumber }: Omit<OccupyPlot, 'version'>): Promise<string> {
  const [lies] = await work.query<{ facilityId: string; plotKind: PlotKind; place: string }>(
    `select p.facility_id as "facilityId", z.plot_kind as "plotKind", f.name || z.name || p."row" || '排' || p."column" || '号' as place from plot p join zone z on z.id = p.zone_id join facility f on f.id = p.facility_id where p.id = $1`,
    [contract.plotId],
  )
  if (!lies) throw new DomainProblem('not-found')
  const { number = '' } = await layToRest(work, death ? fromDeath(death) : fromContract(contract), death?.diedOn ?? null, {
    ...RESTING_OF[lies.plotKind], disposedOn: occupiedOn, certificateNumber, place: lies.place, facilityId: lies.facilityId, handler: contract.holderName, handlerRelation: contract.relation, contractId: contract.id,
  })
  return number
}

/** Somebody who bought the plot for later and whose death is not registered here. */
const fromContract = ({ userName: deceasedName, userNumberSealed: documentNumberSealed, userMasked: documentMasked, userLookup: documentLookup, divisionCode }: GraveContract): PersonOf => ({
  deathId: null, deceasedName, documentType: '1', documentNumberSealed, documentMasked, documentLookup, divisionCode,
})
