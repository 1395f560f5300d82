import { IsoDate, PageQuery } from '@xishan/domain'
import { z } from 'zod'

/** Something that waits for the person who asks; soonest due first. The shape is the portal's. */
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

export const TaskQuery = PageQuery
export const MyTasks = z.object({ tasks: z.array(Task), total: z.int(), next: z.string().nullable() })
export type MyTasks = z.infer<typeof MyTasks>
