import { spokenName } from '@xishan/domain'
import { readText, type PlaceNames } from '@xishan/service-kit'

export type PlaceReading = { ok: true; code: string } | { ok: false; field: 'street' | 'community'; message: string }

const refuse = (field: 'street' | 'community', message: string): PlaceReading => ({ ok: false, field, message })

const plainStreet = (name: string): string => name.replace(/^昆明市/, '').replace(/^西山区/, '').replace(/(人民政府|街道办事处|办事处|街道|街办|镇|乡)$/, '')
const plainCommunity = (name: string): string => spokenName(name).replace(/(社区|村)$/, '')

interface Community {
  code: string
  /** As it is spoken. */
  name: string
  plain: string
}
interface Street {
  name: string
  plain: string
  communities: Community[]
}

/** Finds communities by the names that rosters give them: in full, as they are spoken, without their ending, with the street in front, or by code. */
export class PlaceFinder {
  private readonly streets: Street[]
  private readonly found = new Map<string, PlaceReading>()

  constructor(names: PlaceNames) {
    this.streets = names.streets().map(({ name, communities }) => ({
      name,
      plain: plainStreet(name),
      communities: communities.map((community) => ({ ...community, plain: plainCommunity(community.name) })),
    }))
  }

  /** Both as the cells have them; a roster has many rows of few places. */
  find(streetCell: string | null, communityCell: string | null): PlaceReading {
    const key = `${streetCell ?? ''}\n${communityCell ?? ''}`
    const known = this.found.get(key)
    if (known) return known
    const reading = this.look(readText(streetCell)?.replaceAll(' ', '') ?? '', readText(communityCell)?.replaceAll(' ', '') ?? '')
    if (this.found.size < 5000) this.found.set(key, reading)
    return reading
  }

  private look(street: string, community: string): PlaceReading {
    if (community === '') return refuse('community', '没有填写社区（村），请补填')
    const streets = street === '' ? this.streets : this.streets.filter(({ plain }) => plain === plainStreet(street))
    if (streets.length === 0) return refuse('street', `没有“${street}”这个街道，最接近的是“${nearest(plainStreet(street), this.streets)}”，请改正`)
    const [one, ...others] = streets.flatMap((each) => each.communities.filter((candidate) => isCalled(community, candidate, each)))
    if (one && others.length === 0) return { ok: true, code: one.code }
    if (one) return refuse('street', `不止一个街道有“${community}”，请填写街道列`)
    const where = street === '' ? '全区' : streets.map(({ name }) => name).join('、')
    return refuse('community', `${where}没有“${community}”，最接近的是“${nearest(plainCommunity(community), streets.flatMap(({ communities }) => communities))}”，请改正`)
  }
}

function isCalled(text: string, { code, plain }: Community, street: Street): boolean {
  if (text === code) return true
  const prefix = [street.name, `${street.plain}街道办事处`, `${street.plain}街道`].find((name) => text.startsWith(name)) ?? ''
  return plainCommunity(text) === plain || plainCommunity(text.slice(prefix.length)) === plain
}

function nearest(text: string, candidates: readonly { name: string; plain: string }[]): string {
  const ranked = candidates.map((candidate) => ({ ...candidate, distance: distance(text, candidate.plain) })).sort((a, b) => a.distance - b.distance)
  return ranked[0]?.name ?? ''
}

/** Letters to change, add or leave out between two names (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
