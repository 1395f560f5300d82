import { IsoDate } from '@xishan/domain'
import { z } from 'zod'

/** Something one person has to do, in whichever line. */
export const Task = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  detail: z.string(),
  state: z.string(),
  dueOn: IsoDate.nullable(),
  light: z.enum(['GREEN', 'YELLOW', 'RED']).nullable(),
  /** An address inside the portal. */
  path: z.string(),
})
export type Task = z.infer<typeof Task>

export const LineTasks = z.object({
  line: z.string(),
  title: z.string(),
  answered: z.boolean(),
  /** Why there is no list, when the line did not answer. */
  sentence: z.string().nullable(),
  tasks: z.array(Task),
  /** All that wait, when the list shows only the first. */
  total: z.int(),
})
export type LineTasks = z.infer<typeof LineTasks>

export const Tasks = z.object({ lines: z.array(LineTasks) })
