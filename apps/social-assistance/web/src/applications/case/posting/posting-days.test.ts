import { expect, test } from 'vitest'
import { postingStanding } from './posting-days'

const posting = { startsOn: '2025-09-30', endsOn: '2025-10-09', closedOn: null }

test.each([
  ['2025-09-29', '自 2025-09-30 起公示'],
  ['2025-09-30', '公示中，还有 9 天'],
  ['2025-10-09', '今天是公示最后一天'],
  ['2025-10-11', '公示期已满 2 天，可以办理下一环节'],
])('on %s: %s', (today, words) => expect(postingStanding(posting, today)).toBe(words))

test('a closed one says since when', () => expect(postingStanding({ ...posting, closedOn: '2025-10-10' }, '2025-12-01')).toBe('已于 2025-10-10 结束'))
