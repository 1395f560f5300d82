import { AvailableAction, BenefitMonth, FlagFilter, IsoDate, Light, PageQuery, ScopeFilter, StepView, Uuid, pageOf } from '@xishan/domain'
import { z } from 'zod'
import { DEATH_EFFECT, DEATH_SOURCES, DEATH_STATE, DEATH_TASK } from './code-sets'
import { DEATH_TASK_STATES } from './lifecycle'

export const DeathRow = z.object({
  id: Uuid,
  /** Of a payee, or of somebody without a usable number; nobody else's name is known here. */
  name: z.string().nullable(),
  diedOn: IsoDate,
  knownOn: IsoDate,
  source: DEATH_SOURCES.schema,
  state: DEATH_STATE.schema,
  otherDiedOn: IsoDate.nullable(),
  revokedOn: IsoDate.nullable(),
  place: z.string(),
  effects: z.array(DEATH_EFFECT.schema),
  heldFen: z.int(),
  recoveryFen: z.int(),
  openTasks: z.int(),
})
export type DeathRow = z.infer<typeof DeathRow>

export const DeathQuery = PageQuery.extend({
  division: ScopeFilter,
  month: BenefitMonth.optional(),
  state: DEATH_STATE.schema.optional(),
  source: DEATH_SOURCES.schema.optional(),
  /** Those that touch no household in pay, too. */
  all: FlagFilter,
})
export type DeathQuery = z.infer<typeof DeathQuery>
export const DeathPage = pageOf(DeathRow)

const TaskHead = z.object({ id: Uuid, kind: DEATH_TASK.schema, number: z.string(), state: z.enum(DEATH_TASK_STATES), dueOn: IsoDate.nullable() })

export const DeathDetail = DeathRow.omit({ effects: true }).extend({
  birthDate: IsoDate.nullable(),
  households: z.array(
    z.object({
      benefitId: Uuid,
      number: z.string(),
      applicantName: z.string(),
      place: z.string(),
      effects: z.array(
        z.object({
          kind: DEATH_EFFECT.schema,
          fromMonth: BenefitMonth.nullable(),
          onDate: IsoDate,
          reversedOn: IsoDate.nullable(),
          fen: z.int(),
          /** The change or the recovery it led to. */
          path: z.string().nullable(),
        }),
      ),
    }),
  ),
  tasks: z.array(TaskHead),
})
export type DeathDetail = z.infer<typeof DeathDetail>

export const DeathTaskRow = TaskHead.extend({ title: z.string(), place: z.string(), light: Light.nullable() })
export type DeathTaskRow = z.infer<typeof DeathTaskRow>
export const DeathTaskQuery = PageQuery.extend({ division: ScopeFilter, kind: DEATH_TASK.schema.optional(), state: z.enum(DEATH_TASK_STATES, { message: '请从列表中选择待办状态' }).optional() })
export type DeathTaskQuery = z.infer<typeof DeathTaskQuery>
export const DeathTaskPage = pageOf(DeathTaskRow)

export const DeathTaskDetail = DeathTaskRow.extend({
  version: z.int(),
  detail: z.string(),
  deathId: Uuid.nullable(),
  benefitId: Uuid.nullable(),
  householdId: Uuid.nullable(),
  opinion: z.string(),
  decidedOn: IsoDate.nullable(),
  decidedBy: z.string().nullable(),
  steps: z.array(StepView),
  actions: z.array(AvailableAction),
})
export type DeathTaskDetail = z.infer<typeof DeathTaskDetail>

/** A month's deaths and what they did; what is open is as of now. */
export const DeathFigures = z.object({
  month: BenefitMonth,
  deaths: z.int(),
  payees: z.int(),
  holds: z.int(),
  savedFen: z.int(),
  recoveriesOpen: z.int(),
  owedFen: z.int(),
  openTasks: z.int(),
  feeds: z.array(z.object({ source: DEATH_SOURCES.schema, coversTo: IsoDate.nullable(), silent: z.boolean() })),
})
export type DeathFigures = z.infer<typeof DeathFigures>
export const DeathFiguresQuery = z.object({ month: BenefitMonth })

/** What came of a death, for the sheet that goes back to whoever sent the list (比对反馈表). */
export const DeathOutcomesInput = z.object({ deathIds: z.array(Uuid).min(1).max(1000) })
export const DeathOutcome = z.object({
  deathId: Uuid,
  /** Whether the event has been taken here. */
  known: z.boolean(),
  /** Whether a household in pay is concerned. */
  payee: z.boolean(),
  effects: z.array(z.object({ kind: DEATH_EFFECT.schema, benefitNumber: z.string(), fen: z.int() })),
  openTasks: z.int(),
  words: z.string(),
})
export type DeathOutcome = z.infer<typeof DeathOutcome>
