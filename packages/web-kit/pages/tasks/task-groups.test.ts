import type { LineTask } from '@xishan/domain'
import { expect, test } from 'vitest'
import { countOf, taskGroups } from './task-groups'

const task = (state: string, light: LineTask['light'] = null): LineTask => ({ id: state, number: '', title: '', detail: '', state, dueOn: null, light, path: '/' })
const tasks = [task('待初审', 'red'), task('公示中', 'yellow'), task('待初审', 'green'), task('草稿')]

test('stages are counted in the order of urgency', () => {
  expect(taskGroups(tasks)).toEqual([{ state: '待初审', count: 2 }, { state: '公示中', count: 1 }, { state: '草稿', count: 1 }])
  expect(taskGroups([])).toEqual([])
})

test('lights are counted, those without a term apart', () => {
  expect([countOf(tasks, 'red'), countOf(tasks, 'yellow'), countOf(tasks, 'green'), countOf(tasks, null)]).toEqual([1, 1, 1, 1])
})
