import type { Saved } from '@xishan/domain'
import type { z } from 'zod'

/** An action that asks for words only: a remark, a reason or an opinion. */
export interface WordsAction {
  /** What the field is called. */
  title: string
  schema: z.ZodString | z.ZodDefault<z.ZodString>
  take: (id: string, version: number, words: string) => Promise<Saved>
  /** What follows from the action, said before it is taken. */
  lead?: string
  /** Words to begin with, put in at a press. */
  usual?: string
}
