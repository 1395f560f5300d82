import { indicatorNumbered, mayCall, type Actor, type LineTask } from '@xishan/domain'
import { PERMISSIONS, type Entry } from '@xishan/portal-contract'
import { Inject, Injectable } from '@nestjs/common'
import { FindEntries } from '../entries/find-entries'
import { FindOpenPoints } from '../open-points/find-open-points'

/** What waits for the reader in the portal itself: entries to review, points to rule on. */
@Injectable()
export class OwnTasks {
  constructor(
    @Inject(FindEntries) private readonly entries: FindEntries,
    @Inject(FindOpenPoints) private readonly points: FindOpenPoints,
  ) {}

  async of(actor: Actor): Promise<LineTask[]> {
    const reviews = mayCall(PERMISSIONS, 'reviewValue', actor.roles) ? await this.entries.waiting(actor) : []
    const points = mayCall(PERMISSIONS, 'ruleOnOpenPoint', actor.roles) ? await this.points.all(actor) : []
    return [
      ...reviews.filter((entry) => entry.actions.includes('review')).map(reviewTask),
      ...points.filter((point) => point.rulings.length === 0).map((point) => ({
        id: point.id,
        number: `口径 ${point.position}`,
        title: point.title,
        detail: '明确口径',
        state: '待明确',
        dueOn: null,
        light: null,
        path: `/portal/open-points/${point.id}`,
      })),
    ]
  }
}

const reviewTask = (entry: Entry): LineTask => ({
  id: entry.id,
  number: entry.number,
  title: `${indicatorNumbered(entry.indicator).name}：${entry.value} ${entry.unit}`,
  detail: `复核填报（截止 ${entry.dataAsOf}，${entry.enteredBy}填报）`,
  state: entry.stateLabel,
  dueOn: null,
  light: null,
  path: `/portal/indicators/${entry.indicator}`,
})
