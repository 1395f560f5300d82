import { AtVersion, IsoDate, Uuid, codeSet } from '@xishan/domain'
import { z } from 'zod'
import { ENTRY } from '../applications/window'
import { Finances } from '../finances/finances'
import { RESIDENCE } from '../households/code-sets'
import { requireOneHead } from '../households/household'
import { MemberFacts, MemberInput } from '../households/member'

export const CHECK_RESULT = codeSet('信息核对结论', '本平台约定', [
  ['PASSED', '核对通过'],
  ['NOT_PASSED', '核对未通过'],
])

/** What a means check said, as far as one was made. */
export const CheckFacts = z.object({ state: CHECK_RESULT.schema, concludedOn: IsoDate })
export type CheckFacts = z.infer<typeof CheckFacts>

/** The household in pay as it is now: who belongs to it, what it has. A number that is stored is left out. */
export const ChangeFactsInput = AtVersion.extend({
  residence: RESIDENCE.schema,
  entry: ENTRY.schema,
  singleMemberId: z.uuid('请选择单独享受的成员').nullable(),
  members: z.array(MemberInput).min(1, '请至少填写一名家庭成员').max(20, '家庭成员超过 20 人，请核对是否应分户'),
  meansCheck: CheckFacts.nullable(),
  ...Finances.shape,
}).superRefine((facts, context) => {
  requireOneHead(facts, context)
  const ids = facts.members.map(({ id }) => id)
  const needs = facts.entry === 'SINGLE' ? ids.includes(facts.singleMemberId ?? '') : facts.singleMemberId === null
  if (!needs) context.addIssue({ code: 'custom', path: ['singleMemberId'], message: '单独享受的须选择一名家庭成员；以家庭为单位的不选' })
})
export type ChangeFactsInput = z.infer<typeof ChangeFactsInput>

/** The same as stored and shown: no number in it. */
export const ChangeFacts = z.object({
  residence: RESIDENCE.schema,
  entry: ENTRY.schema,
  singleMemberId: Uuid.nullable(),
  members: z.array(MemberFacts),
  meansCheck: CheckFacts.nullable(),
  finances: Finances,
})
export type ChangeFacts = z.infer<typeof ChangeFacts>
