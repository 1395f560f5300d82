import { spokenName } from '@xishan/domain'
import { Inject, Injectable } from '@nestjs/common'
import { DISTRICT } from '../access/service-actor'
import { Reads } from '../database/reads'

interface NamedVersion {
  code: string
  name: string
  validFrom: string | null
  validTo: string | null
}

/** How long the names at hand are used before they are read again. */
const FRESH_MS = 60_000

/** Names of places for lists. A code that was given up keeps the last name it had. */
export class PlaceNames {
  private readonly names: ReadonlyMap<string, string>
  private readonly standing: readonly string[]

  constructor(versions: readonly NamedVersion[], on: string) {
    const standing = versions.filter(({ validFrom, validTo }) => (validFrom === null || validFrom <= on) && (validTo === null || on < validTo))
    this.standing = standing.map(({ code }) => code).sort()
    this.names = new Map([...versions, ...standing].map(({ code, name }) => [code, name]))
  }

  /** `西苑街道`; empty above the level of streets. */
  street(code: string): string {
    return code.length >= 9 ? (this.names.get(code.slice(0, 9)) ?? code.slice(0, 9)) : ''
  }

  /** `凯苑社区`; empty above the level of communities. */
  community(code: string): string {
    return code.length >= 12 ? spokenName(this.names.get(code) ?? code) : ''
  }

  /** `西苑街道凯苑社区`, the district's own name, or the code of a place elsewhere in the country. */
  whole(code: string): string {
    if (!this.names.has(code)) return `外地（区划代码 ${code}）`
    return code.length === 6 ? (this.names.get(code) ?? code) : this.street(code) + this.community(code)
  }

  /** Streets that stand, each with its communities, in the order of their codes. */
  streets(): { code: string; name: string; communities: { code: string; name: string }[] }[] {
    return this.standing
      .filter((code) => code.length === 9)
      .map((code) => ({
        code,
        name: this.street(code),
        communities: this.standing.filter((below) => below.length === 12 && below.startsWith(code)).map((below) => ({ code: below, name: this.community(below) })),
      }))
  }
}

/** Divisions change once in years: their names are kept at hand and read again now and then. */
@Injectable()
export class DivisionNames {
  private versions: readonly NamedVersion[] = []
  private readAt = 0

  constructor(@Inject(Reads) private readonly reads: Reads) {}

  async on(date: string): Promise<PlaceNames> {
    if (this.versions.length === 0 || Date.now() - this.readAt > FRESH_MS) {
      this.versions = await this.reads.query<NamedVersion>(
        { scope: DISTRICT },
        `select code, name, valid_from::text as "validFrom", valid_to::text as "validTo" from division order by code, valid_from nulls first`,
      )
      this.readAt = Date.now()
    }
    return new PlaceNames(this.versions, date)
  }
}
