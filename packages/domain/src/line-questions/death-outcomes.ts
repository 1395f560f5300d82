import { z } from 'zod'
import { Uuid } from '../contract/shapes'

/** What the line that keeps deaths asks the lines that pay, to tell whoever sent the list (比对反馈表). */
export const DEATH_OUTCOMES_PATH = '/deaths/outcomes'
/** Most deaths of one question. */
export const DEATHS_AT_ONCE = 1000

/** Of each death asked about what became of it here, in words; `known` is false when the line has not yet heard of it. */
export const DeathOutcomeWords = z.object({ deathId: Uuid, known: z.boolean(), words: z.string() })
export type DeathOutcomeWords = z.infer<typeof DeathOutcomeWords>
