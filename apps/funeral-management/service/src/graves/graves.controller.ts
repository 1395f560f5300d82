import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input, Upload, type UploadedFile } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindGrave } from './find-grave'
import { FindGraves } from './find-graves'
import { GravePhotos } from './grave-photos'
import { PrintGraveNotice } from './print-grave-notice'
import { ReportGrave } from './report-grave'

/** Graves as they are found, their list, their photos, their notice. */
@Controller()
export class GravesController {
  constructor(
    @Inject(FindGraves) private readonly list: FindGraves,
    @Inject(FindGrave) private readonly one: FindGrave,
    @Inject(ReportGrave) private readonly report: ReportGrave,
    @Inject(GravePhotos) private readonly photos: GravePhotos,
    @Inject(PrintGraveNotice) private readonly print: PrintGraveNotice,
  ) {}

  @Endpoint(routes.findGraves)
  findGraves(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findGraves>) {
    return this.list.page(actor, query)
  }

  @Endpoint(routes.countGraves)
  countGraves(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.countGraves>) {
    return this.list.counts(actor, query)
  }

  @Endpoint(routes.getGrave)
  getGrave(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getGrave>) {
    return this.one.detail(actor, params.id)
  }

  @Endpoint(routes.reportGrave)
  reportGrave(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.reportGrave>, @Upload() file: UploadedFile) {
    return this.report.execute(actor, body, file)
  }

  @Endpoint(routes.printGraveNotice)
  printGraveNotice(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.printGraveNotice>) {
    return this.print.execute(actor, params.id, query.format)
  }

  @Endpoint(routes.addGravePhoto)
  addGravePhoto(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.addGravePhoto>, @Upload() file: UploadedFile) {
    return this.photos.add(actor, params.id, body.kind, file)
  }

  @Endpoint(routes.showGravePhoto)
  showGravePhoto(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.showGravePhoto>) {
    return this.photos.show(actor, params.id, params.attachmentId)
  }
}
