import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input, Upload, type UploadedFile } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { FindRosterImport } from './find-roster-import'
import { FindRosterImports } from './find-roster-imports'
import { RefusedRows } from './refused-rows'
import { rosterTemplate } from './roster-template'
import { UploadRoster } from './upload-roster'

/** Rosters as they come in and what is seen of them. */
@Controller()
export class RosterImportsController {
  constructor(
    @Inject(UploadRoster) private readonly upload: UploadRoster,
    @Inject(FindRosterImports) private readonly list: FindRosterImports,
    @Inject(FindRosterImport) private readonly one: FindRosterImport,
    @Inject(RefusedRows) private readonly refused: RefusedRows,
  ) {}

  @Endpoint(routes.findRosterImports)
  findRosterImports(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findRosterImports>) {
    return this.list.page(actor, query)
  }

  @Endpoint(routes.getRosterImport)
  getRosterImport(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.getRosterImport>) {
    return this.one.detail(actor, params.id)
  }

  @Endpoint(routes.findRosterProblems)
  findRosterProblems(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.findRosterProblems>) {
    return this.list.problems(actor, params.id, query)
  }

  @Endpoint(routes.downloadRosterProblems)
  downloadRosterProblems(@Acting() actor: Actor, @Input() { params }: RouteInput<typeof routes.downloadRosterProblems>) {
    return this.refused.download(actor, params.id)
  }

  @Endpoint(routes.findRosterMappings)
  findRosterMappings(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.findRosterMappings>) {
    return this.list.mappings(actor, query.kind)
  }

  @Endpoint(routes.rosterTemplate)
  rosterTemplate(@Input() { params }: RouteInput<typeof routes.rosterTemplate>) {
    return rosterTemplate(params.kind)
  }

  @Endpoint(routes.uploadRoster)
  uploadRoster(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.uploadRoster>, @Upload() file: UploadedFile) {
    return this.upload.execute(actor, body, file)
  }
}
