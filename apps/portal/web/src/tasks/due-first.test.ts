import type { LineTask } from '@xishan/domain'
import type { Tasks } from '@xishan/portal-contract'
import { expect, test } from 'vitest'
import { countOf, dueFirst, overdueOf } from './due-first'

const task = (id: string, given: Partial<LineTask> = {}): LineTask => ({ id, number: id, title: id, detail: '', state: '', dueOn: null, light: null, path: `/social-assistance/applications/${id}`, ...given })
const tasks: Tasks = {
  lines: [
    { line: 'social-assistance', title: '社会救助', answered: true, sentence: null, total: 40, tasks: [task('b', { dueOn: '2025-10-09' }), task('a', { dueOn: '2025-09-29', light: 'red' }), task('c')] },
    { line: 'elderly-care', title: '养老服务', answered: false, sentence: '养老服务暂时无法连接。', total: 0, tasks: [] },
    { line: 'portal', title: '规划门户', answered: true, sentence: null, total: 2, tasks: [task('review', { dueOn: '2025-10-08' }), task('point', { path: '/portal/open-points/point' })] },
  ],
}

test('the tasks of all lines stand by their date, undated ones last, open points apart', () => {
  expect(dueFirst(tasks).map(({ id, lineTitle }) => [id, lineTitle])).toEqual([['a', '社会救助'], ['review', '规划门户'], ['b', '社会救助'], ['c', '社会救助']])
})
test('the count holds what the lists leave off, without open points', () => {
  expect(countOf(tasks)).toBe(41)
})
test('overdue is what has the red light', () => {
  expect(overdueOf(dueFirst(tasks))).toBe(1)
})
