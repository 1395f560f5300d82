import { DomainProblem, label, type Actor, type Saved } from '@xishan/domain'
import { PLOT_STATE, type PlotState } from '@xishan/funeral-management-contract'
import { UnitOfWork, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Plot, Zone } from './facility.entity'

/** Plots that are held back from sale, and those that are sold again. */
@Injectable()
export class KeepPlot {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  reserve(actor: Actor, id: string, { reason }: { reason: string }): Promise<Saved> {
    return this.put(actor, id, ['FREE'], 'RESERVED', reason)
  }

  release(actor: Actor, id: string, { reason }: { reason: string }): Promise<Saved> {
    return this.put(actor, id, ['RESERVED', 'RECLAIMED'], 'FREE', reason)
  }

  private put(actor: Actor, id: string, from: readonly PlotState[], state: PlotState, reason: string): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const plot = await lockedPlot(work, id, from)
      const zone = await work.get(Zone, plot.zoneId)
      await work.update(Plot, { id }, { state, note: state === 'FREE' ? '' : reason })
      return work.save(zone, state === 'FREE' ? 'releasePlot' : 'reservePlot', { changes: { row: plot.row, column: plot.column, state, reason } })
    })
  }
}

/** The plot, held until the end of the work. @throws DomainProblem `not-found`, `plot-state` */
export async function lockedPlot(work: Work, id: string, allowed: readonly PlotState[]): Promise<Plot> {
  await work.query(`select 1 from plot where id = $1 for update`, [id])
  const plot = await work.findOne(Plot, { id })
  if (!plot) throw new DomainProblem('not-found')
  if (!allowed.includes(plot.state)) throw new DomainProblem('plot-state', { state: label(PLOT_STATE, plot.state) })
  return plot
}
