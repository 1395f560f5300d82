import { isWithinScope } from '../access/scope'
import type { Division } from './division'
import { levelOf, parentCode, type DivisionLevel } from './division-code'

const stands = (division: Division, on: string): boolean =>
  (division.validFrom === null || division.validFrom <= on) && (division.validTo === null || on < division.validTo)

/** The divisions as they stand on one date, and the way from a code that was given up to those that took its place. */
export class DivisionTree {
  private readonly standing: ReadonlyMap<string, Division>

  constructor(
    private readonly versions: readonly Division[],
    readonly on: string,
  ) {
    this.standing = new Map(versions.filter((division) => stands(division, on)).map((division) => [division.code, division]))
  }

  /** The same divisions on another date. */
  at(on: string): DivisionTree {
    return new DivisionTree(this.versions, on)
  }

  find(code: string): Division | undefined {
    return this.standing.get(code)
  }

  /** @throws RangeError when there is no such division on the date */
  get(code: string): Division {
    const division = this.find(code)
    if (!division) throw new RangeError(`no division ${code} on ${this.on}`)
    return division
  }

  /** In the order of their codes. */
  ofLevel(level: DivisionLevel): Division[] {
    return [...this.standing.values()].filter(({ code }) => levelOf(code) === level).sort((a, b) => (a.code < b.code ? -1 : 1))
  }

  childrenOf(code: string): Division[] {
    return [...this.standing.values()].filter((division) => parentCode(division.code) === code).sort((a, b) => (a.code < b.code ? -1 : 1))
  }

  /** From the district down to the division itself. */
  pathOf(code: string): Division[] {
    const parent = parentCode(code)
    const self = this.get(code)
    return parent !== null && this.find(parent) ? [...this.pathOf(parent), self] : [self]
  }

  /** `金碧街道金碧社区居委会`: the names below the district, as an address shows them; the district's own name for itself. */
  fullName(code: string): string {
    const names = this.pathOf(code).map(({ name }) => name)
    return names.length > 1 ? names.slice(1).join('') : names.join('')
  }

  /** Those a user with this scope works in. */
  within(scope: string): Division[] {
    return [...this.standing.values()].filter(({ code }) => isWithinScope(code, scope)).sort((a, b) => (a.code < b.code ? -1 : 1))
  }

  /** Communities that count in the plan's denominator. */
  planCommunities(scope: string): Division[] {
    return this.within(scope).filter(({ code, inPlanDenominator }) => inPlanDenominator && levelOf(code) === 'community')
  }

  /** What stands today in the place of a code: itself, or its successors as far as they go; empty when nothing took its place. */
  successorsOf(code: string, seen: readonly string[] = []): Division[] {
    const standing = this.find(code)
    if (standing) return [standing]
    if (seen.includes(code)) return []
    const next = this.versions.filter((division) => division.code === code).flatMap(({ successors }) => successors)
    const found = [...new Set(next)].flatMap((successor) => this.successorsOf(successor, [...seen, code]))
    return [...new Map(found.map((division) => [division.code, division])).values()]
  }
}
