import { expect, test } from 'vitest'
import { amountChanges } from './amount-history'

const line = (fromMonth: string, amountFen: number) => ({ fromMonth, toMonth: null, amountFen, members: 1, reason: '' })

test('each amount is compared with the one before it', () => {
  const changes = amountChanges([line('2025-07', 60000), line('2024-01', 63000), line('2021-05', 63000)])
  expect(changes.map(({ fromMonth, changeFen }) => [fromMonth, changeFen])).toEqual([['2025-07', -3000], ['2024-01', 0], ['2021-05', null]])
})

test('nothing was paid, nothing changed', () => expect(amountChanges([])).toEqual([]))
