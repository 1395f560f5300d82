import { daysBetween } from '@xishan/domain'
import type { PostingView } from '@xishan/social-assistance-contract'

/** Where a posting stands, in a sentence. It may be closed from the day after its last. */
export function postingStanding({ startsOn, endsOn, closedOn }: Pick<PostingView, 'startsOn' | 'endsOn' | 'closedOn'>, today: string): string {
  if (closedOn !== null) return `已于 ${closedOn} 结束`
  if (today < startsOn) return `自 ${startsOn} 起公示`
  const left = daysBetween(today, endsOn)
  if (left > 0) return `公示中，还有 ${left} 天`
  return left === 0 ? '今天是公示最后一天' : `公示期已满 ${-left} 天，可以办理下一环节`
}
