import { ETHNICITY, spokenName, type Division } from '@xishan/domain'
import type { Residence } from '@xishan/social-assistance-contract'
import { z } from 'zod'
import listed from '../../demo/streets.json' with { type: 'json' }
import { divisionsOn } from '../divisions'
import type { Ethnicity } from './people'
import type { Draw } from './random'

const Shares = z.record(z.string(), z.number()).transform((shares) => Object.entries(shares).map(([code, share]) => [ETHNICITY.schema.parse(code), share] as const))

const Streets = z.object({
  note: z.string(),
  streets: z.array(z.object({ code: z.string(), households: z.int(), rural: z.number().min(0).max(1), ethnicity: Shares })),
})

/** The ten streets with what the demonstration makes of them. */
export const streets = Streets.parse(listed).streets
export type Street = (typeof streets)[number]

export interface Place {
  street: Street
  community: string
  residence: Residence
  ethnicity: Ethnicity
  /** To the community, as addresses are shown. */
  address: string
}

/** Communities of a street, some with far more households than others. */
function communitiesOf(street: Street, on: string, draw: Draw): (readonly [Division, number])[] {
  return divisionsOn(on)
    .childrenOf(street.code)
    .map((community) => [community, 0.3 + draw.of(community.code).part() ** 2 * 3] as const)
}

export function addressOf(code: string, on: string): string {
  const tree = divisionsOn(on)
  return `西山区${tree.get(code.slice(0, 9)).name}${spokenName(tree.get(code).name)}`
}

/** Draws where households live. */
export class Places {
  private readonly communities: ReadonlyMap<string, (readonly [Division, number])[]>
  private readonly addresses = new Map<string, string>()

  constructor(
    private readonly on: string,
    private readonly draw: Draw,
  ) {
    this.communities = new Map(streets.map((street) => [street.code, communitiesOf(street, on, draw)]))
  }

  in(street: Street): Place {
    const community = this.draw.weighted(this.communities.get(street.code) ?? []).code
    const residence = this.draw.chance(street.rural) ? 'RURAL' : 'URBAN'
    return { street, community, residence, ethnicity: this.draw.weighted(street.ethnicity), address: this.address(community) }
  }

  private address(community: string): string {
    const known = this.addresses.get(community) ?? addressOf(community, this.on)
    this.addresses.set(community, known)
    return known
  }
}
