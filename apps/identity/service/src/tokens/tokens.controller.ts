import { Controller } from '@nestjs/common'
import type { RouteInput } from '@xishan/domain'
import { contract } from '@xishan/identity-contract'
import { Endpoint, Input } from '@xishan/service-kit'
import { IssueServiceToken } from './issue-service-token'
import { SigningKeys } from './signing-keys'

const { routes } = contract

@Controller()
export class TokensController {
  constructor(
    private readonly issue: IssueServiceToken,
    private readonly signing: SigningKeys,
  ) {}

  @Endpoint(routes.serviceToken)
  serviceToken(@Input() { body }: RouteInput<typeof routes.serviceToken>) {
    return this.issue.execute(body)
  }

  @Endpoint(routes.keys)
  async keys() {
    return { keys: await this.signing.published() }
  }
}
