import type { Permissions } from '@xishan/domain'
import { expect, test } from 'vitest'
import { firstPageOf, type Remote } from '../start/remote'
import { signedIn } from '../testing/mount-page'
import { groupsOf } from './menu'

const permissions: Permissions = { brew: ['ST_CLERK'], taste: ['ST_CLERK'], inspect: ['BU_HEAD'] }
const remote = (menu: Remote['menu']) => ({ id: 'tea-house', title: '茶馆', menu, contract: { permissions } })
const brew = { title: '泡茶', to: '/tea-house/brew', may: 'brew' }
const taste = { title: '品茶', to: '/tea-house/taste', may: 'taste' }
const inspect = { title: '查验', to: '/tea-house/inspect', may: 'inspect' }
const shown = (menu: Remote['menu']) => {
  signedIn()
  return groupsOf(remote(menu)).map(({ id, title, items }) => [id, title, ...items.map((item) => item.title)])
}

test('items stand under the frontend’s own title, without what the person may not use', () => expect(shown([brew, inspect])).toEqual([['tea-house', '茶馆', '泡茶']]))

test('sections stand apart, each under its own heading', () => {
  const menu = [{ title: '绿茶', items: [brew] }, { title: '红茶', items: [taste, inspect] }]
  expect(shown(menu)).toEqual([['tea-house', '绿茶', '泡茶'], ['tea-house-1', '红茶', '品茶']])
  expect(firstPageOf(remote(menu))).toBe('/tea-house/brew')
})

test('a heading under which the person may use nothing is left out', () => expect(shown([{ title: '绿茶', items: [inspect] }, { title: '红茶', items: [taste] }])).toEqual([['tea-house-1', '红茶', '品茶']]))
