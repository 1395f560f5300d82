import { expect, test } from 'vitest'
import { financesOf, newProperty, setExamined } from './finances/finances-values'
import { blankMember } from './household/household-values'
import { firstWrong, ownersOf, peopleOf } from './people'

const TODAY = '2025-09-30'
const head = { ...blankMember(), name: '王大明', relation: '0' as const, birthDate: '1980-10-01' }
const child = { ...blankMember(), name: '', relation: '2' as const, birthDate: '2030-01-01' }
const counted = [{ memberId: head.id ?? '', counted: true }]

test('a member is shown with relation and age, and whether it counts', () => {
  const [first, second] = peopleOf([head, child], TODAY, counted, {})
  expect(first).toMatchObject({ name: '王大明', words: '本人或户主，44 岁', counted: true, hasProblem: false })
  expect(second).toMatchObject({ name: '', words: '子', counted: null })
})

test('the member whose field is wrong is marked and opened', () => {
  const people = peopleOf([head, child], TODAY, counted, { 'members.1.name': '请填写成员姓名' })
  expect(people.map(({ hasProblem }) => hasProblem)).toEqual([false, true])
  expect(firstWrong(people)).toBe(child.id)
})

test('owners are shown with what was entered for them and what is wrong in it', () => {
  const finances = financesOf({ version: 1, finances: null }, TODAY)
  finances.properties.push(newProperty(child.id ?? '', TODAY))
  setExamined(finances, head.id ?? '', TODAY)
  const owners = ownersOf(peopleOf([head, child], TODAY, [], {}), finances, { 'properties.0.valueFen': '金额应为数字' })
  expect(owners.map(({ words, hasProblem }) => [words, hasProblem])).toEqual([['无项目，已查明', false], ['1 项，未查明', true]])
})
