import { effectScope } from 'vue'
import { expect, test } from 'vitest'
import { keepFromSearchEngines } from './keep-from-search-engines'

const robots = () => [...document.head.querySelectorAll('meta[name=robots]')].map((tag) => tag.getAttribute('content'))

test('a page is kept from search engines while it is open, and no longer', () => {
  const page = effectScope()
  page.run(keepFromSearchEngines)
  expect(robots()).toEqual(['noindex, nofollow, noarchive'])
  page.stop()
  expect(robots()).toEqual([])
})
