import type { Subject } from '../service/subject'
import { FindTasks } from './find-tasks'
import { TASK_LISTS, type TaskList } from './task-list'
import { TasksController } from './tasks.controller'

/** The work that waits for a person, of all kinds the line has. */
export const tasksSubject = (lists: readonly TaskList[]): Subject => ({
  entities: [],
  controllers: [TasksController],
  providers: [{ provide: TASK_LISTS, useValue: lists }, FindTasks],
})
