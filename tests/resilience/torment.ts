import { setTimeout as sleep } from 'node:timers/promises'
import type { KillableLine } from './killable-line'

/** Numbers of at least 0 and less than 1 that follow from a seed (mulberry32). */
export function numbersOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const MOMENTS = { least: 150, most: 3500 }

/** Kills one of the lines `times` times, each time after some moments of work, and starts it again at once. */
export class Torment {
  kills = 0
  private over = false
  private readonly killer: Promise<void>

  constructor(
    private readonly lines: readonly KillableLine[],
    private readonly times: number,
    private readonly next: () => number = Math.random,
  ) {
    this.killer = this.run()
  }

  private async run(): Promise<void> {
    while (this.kills < this.times && !this.over) {
      await sleep(MOMENTS.least + this.next() * (MOMENTS.most - MOMENTS.least))
      if (this.over) return
      await this.lines[Math.floor(this.next() * this.lines.length)]?.kill()
      this.kills++
    }
  }

  async end(): Promise<void> {
    this.over = true
    await this.killer
  }
}
