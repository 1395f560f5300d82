import { describe, expect, it } from 'vitest'
import { isDue, type Contact } from './freshness'

const NOW = Date.parse('2025-09-30T02:00:00Z')
const ago = (seconds: number) => new Date(NOW - seconds * 1000)
const contact = (more: Partial<Contact>): Contact => ({ line: 'social-assistance', attemptedAt: ago(5), answeredAt: ago(5), answeredFor: '2025-09-30', failedAt: null, failure: null, staleSince: null, ...more })

describe('whether a line is asked again', () => {
  it.each<[string, Contact | undefined, boolean]>([
    ['never asked', undefined, true],
    ['only announced a change', contact({ attemptedAt: null, answeredAt: null, answeredFor: null, staleSince: ago(1) }), true],
    ['answered just now', contact({}), false],
    ['answered a minute ago', contact({ attemptedAt: ago(61) }), true],
    ['announced a change since', contact({ staleSince: ago(1) }), true],
    ['answered for yesterday', contact({ answeredFor: '2025-09-29' }), true],
    ['hung just now', contact({ failure: 'TIMEOUT', failedAt: ago(5) }), false],
    ['hung just now, and announced a change', contact({ failure: 'TIMEOUT', failedAt: ago(5), staleSince: ago(1) }), false],
    ['hung a while ago', contact({ failure: 'TIMEOUT', failedAt: ago(8), attemptedAt: ago(11) }), true],
    ['refused the connection this second', contact({ failure: 'DOWN', failedAt: ago(1), attemptedAt: ago(1) }), false],
    ['refused the connection a little while ago', contact({ failure: 'DOWN', failedAt: ago(3), attemptedAt: ago(3) }), true],
  ])('%s', (_, given, due) => {
    expect(isDue(given, '2025-09-30', NOW)).toBe(due)
  })
})
