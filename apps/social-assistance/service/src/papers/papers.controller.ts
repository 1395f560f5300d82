import type { Actor, RouteInput } from '@xishan/domain'
import { Acting, Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Inject } from '@nestjs/common'
import { PrintPaper } from './print-paper'

@Controller()
export class PapersController {
  constructor(@Inject(PrintPaper) private readonly print: PrintPaper) {}

  @Endpoint(routes.printPaper)
  printPaper(@Acting() actor: Actor, @Input() { params, query }: RouteInput<typeof routes.printPaper>) {
    return this.print.execute(actor, params.id, params.kind, query.format)
  }
}
