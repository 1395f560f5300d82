import { createTestDatabase } from '@xishan/testing'
import { expect, it } from 'vitest'
import { markBegun, markFilled } from './demonstration-mark'
import { requireEmpty } from './require-empty'

it('a bulk load is let into an empty house, and refused by half a load and by a full one', async () => {
  const { url } = await createTestDatabase()
  await requireEmpty(url, ['identity'], 'keys')
  await markBegun(url, 'keys')
  await expect(requireEmpty(url, ['identity'], 'keys')).rejects.toThrow(/没有完成的载入.*pnpm seed --reset/)
  await markFilled(url)
  await expect(requireEmpty(url, ['identity'], 'keys')).rejects.toThrow(/已有数据.*pnpm seed --reset/)
})
