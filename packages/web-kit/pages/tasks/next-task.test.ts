import type { LineTask } from '@xishan/domain'
import { expect, test } from 'vitest'
import { nextTask } from './next-task'

const task = (path: string): LineTask => ({ id: path, number: path, title: path, detail: '', state: '', dueOn: null, light: null, path })
const tasks = ['a', 'b', 'c'].map(task)

test.each([
  ['a', 'b'],
  ['c', 'a'],
  ['settled', 'a'],
])('after %s comes %s', (path, next) => expect(nextTask(tasks, path)?.path).toBe(next))

test('nothing comes after the only one', () => {
  expect(nextTask([task('a')], 'a')).toBeUndefined()
  expect(nextTask([], 'a')).toBeUndefined()
})
