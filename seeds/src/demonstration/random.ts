import { createHash } from 'node:crypto'

/**
 * A stream of random numbers that is the same in every run. Each subject draws from a stream of its own (`of`), so that a change in
 * one leaves the others as they were.
 */
export class Draw {
  private state: [number, number, number, number]

  constructor(private readonly seed: string) {
    const digest = createHash('sha256').update(seed).digest()
    this.state = [digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), 1]
    for (let i = 0; i < 12; i++) this.bits()
  }

  /** The stream of a part. */
  of(part: string | number): Draw {
    return new Draw(`${this.seed}/${part}`)
  }

  /** 32 random bits (sfc32). */
  bits(): number {
    const [a, b, c, counter] = this.state
    const sum = (a + b + counter) | 0
    this.state = [b ^ (b >>> 9), (c + (c << 3)) | 0, (((c << 21) | (c >>> 11)) + sum) | 0, (counter + 1) | 0]
    return sum >>> 0
  }

  /** At least 0, less than 1. */
  part(): number {
    return this.bits() / 4294967296
  }

  chance(probability: number): boolean {
    return this.part() < probability
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.part() * (to - from + 1))
  }

  /** A whole number between the ends, more often in the middle. */
  middling(from: number, to: number): number {
    return from + Math.floor(((this.part() + this.part()) / 2) * (to - from + 1))
  }

  pick<T>(from: readonly T[]): T {
    const found = from[this.int(0, from.length - 1)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }

  /** One of several, each as often as its share. */
  weighted<T>(shares: readonly (readonly [T, number])[]): T {
    let left = this.part() * shares.reduce((sum, [, share]) => sum + share, 0)
    for (const [item, share] of shares) {
      left -= share
      if (left < 0) return item
    }
    const last = shares.at(-1)
    if (!last) throw new RangeError('nothing to draw from')
    return last[0]
  }

  shuffled<T>(items: readonly T[]): T[] {
    const order = items.map((item) => ({ item, at: this.part() }))
    return order.sort((a, b) => a.at - b.at).map(({ item }) => item)
  }
}
