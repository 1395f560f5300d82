import { TODAY } from '../funerals/size'
import type { Past } from '../money/past'

/** Acts of a day that go on at once: the service has three connections. */
const LANES = 3

export interface Planned {
  on: string
  act: () => Promise<unknown>
}

/** What happens on which day, whoever planned it first. What lies after the first day has not happened yet. */
export class Diary {
  private readonly days = new Map<string, (() => Promise<unknown>)[]>()

  constructor(readonly past: Past) {}

  plan(on: string, act: () => Promise<unknown>): void {
    if (on > TODAY) return
    const known = this.days.get(on)
    if (known) known.push(act)
    else this.days.set(on, [act])
  }

  /** Acts on one case, each after the one before, be it on the same day. */
  planInTurn([first, ...later]: readonly Planned[]): void {
    if (!first) return
    this.plan(first.on, async () => {
      await first.act()
      this.planInTurn(later)
    })
  }

  /** The days in their order; what an act plans comes later, be it on the same day. */
  async live(): Promise<void> {
    for (;;) {
      const [day] = [...this.days.keys()].toSorted()
      if (day === undefined) return
      const acts = this.days.get(day) ?? []
      this.days.delete(day)
      await this.past.on(day, () => Promise.all(Array.from({ length: LANES }, (_, lane) => inTurn(acts.filter((_act, at) => at % LANES === lane)))))
    }
  }
}

async function inTurn(acts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const act of acts) await act()
}
