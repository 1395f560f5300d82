import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/funeral-management-contract'
import { Controller, Inject } from '@nestjs/common'
import { NotifyGrave } from './notify-grave'
import { RemedyGrave } from './remedy-grave'
import { VerifyGrave } from './verify-grave'

/** What is done about a grave. */
@Controller()
export class GraveActionsController {
  constructor(
    @Inject(VerifyGrave) private readonly verification: VerifyGrave,
    @Inject(NotifyGrave) private readonly notice: NotifyGrave,
    @Inject(RemedyGrave) private readonly remedies: RemedyGrave,
  ) {}

  @Endpoint(routes.verifyGrave)
  verifyGrave(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.verifyGrave>) {
    return this.verification.verify(actor, params.id, body)
  }

  @Endpoint(routes.dismissGrave)
  dismissGrave(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.dismissGrave>) {
    return this.verification.dismiss(actor, params.id, body)
  }

  @Endpoint(routes.reopenGrave)
  reopenGrave(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.reopenGrave>) {
    return this.verification.reopen(actor, params.id, body)
  }

  @Endpoint(routes.issueGraveNotice)
  issueGraveNotice(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.issueGraveNotice>) {
    return this.notice.issue(actor, params.id, body)
  }

  @Endpoint(routes.serveGraveNotice)
  serveGraveNotice(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.serveGraveNotice>) {
    return this.notice.serve(actor, params.id, body)
  }

  @Endpoint(routes.extendGraveNotice)
  extendGraveNotice(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.extendGraveNotice>) {
    return this.notice.extend(actor, params.id, body)
  }

  @Endpoint(routes.rectifyGrave)
  rectifyGrave(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.rectifyGrave>) {
    return this.remedies.remedy(actor, params.id, 'rectify', body)
  }

  @Endpoint(routes.migrateGrave)
  migrateGrave(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.migrateGrave>) {
    return this.remedies.remedy(actor, params.id, 'migrate', body)
  }

  @Endpoint(routes.plantGrave)
  plantGrave(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.plantGrave>) {
    return this.remedies.remedy(actor, params.id, 'plant', body)
  }

  @Endpoint(routes.enforceGrave)
  enforceGrave(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.enforceGrave>) {
    return this.remedies.remedy(actor, params.id, 'enforce', body)
  }

  @Endpoint(routes.closeGrave)
  closeGrave(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.closeGrave>) {
    return this.remedies.close(actor, params.id, body)
  }

  @Endpoint(routes.returnGrave)
  returnGrave(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.returnGrave>) {
    return this.remedies.return(actor, params.id, body)
  }
}
