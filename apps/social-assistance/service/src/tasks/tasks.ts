import { FindTasks } from './find-tasks'
import { TasksController } from './tasks.controller'

export const tasks = { entities: [], controllers: [TasksController], providers: [FindTasks] }
