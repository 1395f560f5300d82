import { LineTasks } from '../indicators/line-answers'
import type { Route } from './route'

/** What waits for the person who asks, in every line; who has work at all is the line's own permission `viewTasks`. */
export const taskRoutes = {
  findTasks: { method: 'GET', path: '/tasks', summary: '我的待办', may: 'viewTasks', answer: LineTasks },
} as const satisfies Record<string, Route>
