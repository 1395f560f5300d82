import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindFacilities } from './find-facilities'
import { KeepFacility } from './keep-facility'
import { KeepPlot } from './keep-plot'
import { SellPlot } from './sell-plot'

@Controller()
export class FacilitiesController {
  constructor(
    @Inject(FindFacilities) private readonly find: FindFacilities,
    @Inject(KeepFacility) private readonly keep: KeepFacility,
    @Inject(KeepPlot) private readonly plots: KeepPlot,
    @Inject(SellPlot) private readonly sale: SellPlot,
  ) {}

  @Endpoint(routes.findFacilities)
  findFacilities(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findFacilities>) {
    return this.find.page(actor, query)
  }

  @Endpoint(routes.getFacility)
  getFacility(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getFacility>) {
    return this.find.detail(actor, params.id)
  }

  @Endpoint(routes.addFacility)
  addFacility(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.addFacility>) {
    return this.keep.add(actor, body)
  }

  @Endpoint(routes.changeFacility)
  changeFacility(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.changeFacility>) {
    return this.keep.change(actor, params.id, body)
  }

  @Endpoint(routes.addZone)
  addZone(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.addZone>) {
    return this.keep.addZone(actor, params.id, body)
  }

  @Endpoint(routes.getPlotMap)
  getPlotMap(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getPlotMap>) {
    return this.find.map(actor, params.id)
  }

  @Endpoint(routes.reservePlot)
  reservePlot(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reservePlot>) {
    return this.plots.reserve(actor, params.id, body)
  }

  @Endpoint(routes.releasePlot)
  releasePlot(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.releasePlot>) {
    return this.plots.release(actor, params.id, body)
  }

  @Endpoint(routes.sellPlot)
  sellPlot(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.sellPlot>) {
    return this.sale.execute(actor, params.id, body)
  }
}
