import type { RouteInput } from '@xishan/domain'
import { Endpoint, Input } from '@xishan/service-kit'
import { routes } from '@xishan/social-assistance-contract'
import { Controller, Header, Inject } from '@nestjs/common'
import { FindPublicLists } from './find-public-lists'

const ROBOTS = ['x-robots-tag', 'noindex, nofollow, noarchive'] as const
/** A posting that has ended must not live on in a cache. */
const CACHE = ['cache-control', 'no-store'] as const

/** Pages without sign-in. Search engines are kept away (57号 §24). */
@Controller()
export class PublicListsController {
  constructor(@Inject(FindPublicLists) private readonly find: FindPublicLists) {}

  @Endpoint(routes.publicDivisions)
  @Header(...ROBOTS)
  publicDivisions() {
    return this.find.streets()
  }

  @Endpoint(routes.publicPostings)
  @Header(...ROBOTS)
  @Header(...CACHE)
  publicPostings(@Input() { query }: RouteInput<typeof routes.publicPostings>) {
    return this.find.postings(query)
  }

  @Endpoint(routes.publicBenefits)
  @Header(...ROBOTS)
  @Header(...CACHE)
  publicBenefits(@Input() { query }: RouteInput<typeof routes.publicBenefits>) {
    return this.find.benefits(query)
  }
}
