import type { BenefitMonth, Saved } from '@xishan/domain'
import { calendar } from '@xishan/service-kit'
import { assess, type Assessment, type ChangeFacts, type ChangePaper } from '@xishan/social-assistance-contract'
import { ConfirmChange, FillChangeFacts, HandChangeOn, ProposeChange, RecordChangeDelivery } from '@xishan/social-assistance-service'
import { bookOn } from '../demonstration-parameters'
import { streetOf } from '../staff'
import type { Past } from './past'

/** A change in pay that waits for the street. */
export interface Reported {
  id: string
  version: number
  divisionCode: string
}

interface Proposal {
  outcome: 'STOP' | 'CHANGE'
  amountFen: number
  fromMonth: BenefitMonth | null
  lastMonth: BenefitMonth | null
}

const WORDS = { propose: '经核实，情况属实，拟予办理。', review: '同意经办意见。', confirm: '审核确认，按规定办理。' } as const

const clerkOf = (past: Past, divisionCode: string, on: string) => past.staff.one('ST_CLERK', streetOf(divisionCode), on)

/** Past the three who decide it, and told to the household. */
export async function decideChange(past: Past, { id, version, divisionCode }: Reported, on: string, proposal: Proposal, receivedBy: string): Promise<void> {
  const { amountFen } = proposal
  let saved: Saved = await past.on(on, () => past.its(ProposeChange).execute(clerkOf(past, divisionCode, on), id, { version, opinion: WORDS.propose, ...proposal }))
  const next = calendar.addWorkingDays(on, 1)
  saved = await past.on(next, () => past.its(HandChangeOn).review(past.staff.one('ST_REVIEWER', streetOf(divisionCode), next), id, { version: saved.version, opinion: WORDS.review, amountFen }))
  const last = calendar.addWorkingDays(on, 2)
  saved = await past.on(last, () => past.its(ConfirmChange).confirm(past.bureau('BU_APPROVER', last), id, { version: saved.version, opinion: WORDS.confirm, amountFen }))
  const told = calendar.addWorkingDays(on, 3)
  const paper: ChangePaper = proposal.outcome === 'STOP' ? 'STOP_NOTICE' : 'CHANGE_NOTICE'
  await past.on(told, () => past.its(RecordChangeDelivery).execute(clerkOf(past, divisionCode, told), id, { version: saved.version, paper, deliveredOn: told, way: 'IN_PERSON', receivedBy }))
}

/** The household as it is now goes on the case, and the rules say what it comes to. */
export async function fillIn(past: Past, { id, version, divisionCode }: Reported, on: string, facts: ChangeFacts): Promise<{ version: number; assessment: Assessment }> {
  const { finances, ...household } = facts
  const saved = await past.on(on, () => past.its(FillChangeFacts).execute(clerkOf(past, divisionCode, on), id, { version, ...household, ...finances }))
  return { version: saved.version, assessment: assess(household, { finances, meansCheck: household.meansCheck }, bookOn(on)) }
}

export async function factsOfChange(past: Past, id: string): Promise<ChangeFacts> {
  const [row] = await past.ask<{ facts: ChangeFacts }>(`select facts from benefit_change where id = $1`, [id])
  if (!row) throw new RangeError(`no change ${id}`)
  return row.facts
}
