import { LineTask } from '@xishan/domain'
import { z } from 'zod'

/** One line's part of the reader's tasks. A line that did not answer is named, and the others are shown. */
export const TasksOfLine = z.object({
  line: z.string(),
  title: z.string(),
  answered: z.boolean(),
  /** Why there is no list, when the line did not answer. */
  sentence: z.string().nullable(),
  tasks: z.array(LineTask),
  /** All that wait, when the list shows only the first. */
  total: z.int(),
})
export type TasksOfLine = z.infer<typeof TasksOfLine>

export const Tasks = z.object({ lines: z.array(TasksOfLine) })
export type Tasks = z.infer<typeof Tasks>
