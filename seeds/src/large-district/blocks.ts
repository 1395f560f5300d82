/** People by household: 33 households of 100 people, in every block alike, so that any part of the district can be made by itself. */
const SIZES: readonly (readonly [number, number])[] = [[1, 5], [2, 7], [3, 9], [4, 7], [5, 4], [6, 1]]
const BLOCK = SIZES.flatMap(([size, count]) => Array.from({ length: count }, () => size))
const BLOCKS_IN_CHUNK = 100

/** Residents and households that are written in one transaction. */
export const CHUNK = { residents: BLOCKS_IN_CHUNK * 100, households: BLOCKS_IN_CHUNK * BLOCK.length } as const
/** More than that have no citizen number of their own. */
export const MOST_RESIDENTS = 3_000_000

export interface DistrictSize {
  residents: number
  /** Households in pay. */
  inPay: number
}

export const chunksOf = ({ residents }: DistrictSize): number => Math.ceil(residents / CHUNK.residents)

/** The sizes of a chunk's households; the district's last household may be smaller. */
export function sizesOf(chunk: number, { residents }: DistrictSize): number[] {
  const wanted = Math.min(CHUNK.residents, residents - chunk * CHUNK.residents)
  const sizes: number[] = []
  for (let people = 0; people < wanted; ) {
    // 14 and 33 have no common divisor: every size comes up, in an order that looks like none.
    const size = Math.min(BLOCK[(sizes.length * 14) % BLOCK.length] ?? 1, wanted - people)
    sizes.push(size)
    people += size
  }
  return sizes
}

export const householdsIn = (size: DistrictSize): number => {
  const whole = Math.floor(size.residents / CHUNK.residents)
  return whole * CHUNK.households + (size.residents % CHUNK.residents > 0 ? sizesOf(whole, size).length : 0)
}

/** Those in pay lie evenly over the whole: how many among the first `households`. */
export const paidAmong = (households: number, size: DistrictSize): number => Math.floor((households * size.inPay) / householdsIn(size))
