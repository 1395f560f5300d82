import { nextState, type Actor, type ParameterVersion, parameterLifecycle } from '@xishan/domain'
import { ParameterProposal } from '@xishan/service-kit'
import { PARAMETER } from '@xishan/social-assistance-contract'
import { rowOf, type Act, type Archive } from './archive'
import { PILOT, pilotVersions } from './demonstration-parameters'
import { momentOf } from './identifiers'
import type { Staff } from './staff'

const DISTRICT = '530112'

interface Proposed {
  key: string
  value: ParameterVersion['value']
  effectiveFrom: string
  source: string
  sourceMark: ParameterVersion['sourceMark']
  note: string
  proposedOn: string
  decided?: { on: string; approved: boolean; words: string }
}

const ofPilot = ({ key, value, effectiveFrom, source, sourceMark, note }: ParameterVersion, proposedOn: string, on: string): Proposed => ({
  key, value, effectiveFrom, source, sourceMark, note, proposedOn, decided: { on, approved: true, words: '同意，按此执行。' },
})

/** A pilot that began and ended, a change that was turned down, and one that waits. */
function proposed(): Proposed[] {
  const [begins, ends] = pilotVersions
  if (!begins || !ends) throw new RangeError('a pilot begins and ends')
  const madeUp = { source: '演示数据：虚构的调整依据', sourceMark: 'assumption' as const, note: '仅供演示' }
  return [
    { key: PARAMETER.warnAt, value: 60, effectiveFrom: '2025-07-01', ...madeUp, proposedOn: '2025-06-10', decided: { on: '2025-06-12', approved: false, words: '与现行督办办法不一致，请补充依据后再报。' } },
    ofPilot(begins, '2025-08-27', '2025-09-01'),
    ofPilot(ends, '2025-09-09', '2025-09-11'),
    { key: PARAMETER.postingVisibleAfter, value: 5, effectiveFrom: '2025-11-01', ...madeUp, proposedOn: '2025-09-25' },
  ]
}

function take(archive: Archive, proposal: ParameterProposal, action: 'propose' | 'approve' | 'reject', seq: number, act: Act, from: string | null, opinion: string): void {
  archive.save(proposal, 'parameter_proposal', action, act)
  archive.step(proposal, 'parameter_proposal', seq, { action, from, to: proposal.state }, act, { opinion })
}

function play(archive: Archive, { decided, proposedOn, ...wanted }: Proposed, clerk: Actor, director: Actor): void {
  const proposing: Act = { actor: clerk, on: proposedOn, at: momentOf(proposedOn, 610) }
  const proposal = Object.assign(new ParameterProposal(), wanted, {
    id: archive.id(proposing.at), divisionCode: clerk.scope, number: archive.number('SAP', proposedOn), proposedBy: clerk.name, proposedOn, state: parameterLifecycle.initial, stateSince: proposedOn,
  })
  take(archive, proposal, 'propose', 1, proposing, null, wanted.source)
  if (decided) {
    const action = decided.approved ? 'approve' : 'reject'
    const to = nextState(parameterLifecycle, action, { state: proposal.state, steps: [{ action: 'propose', actorId: clerk.id }] }, director)
    const from = proposal.state
    Object.assign(proposal, { state: to, stateSince: decided.on })
    proposal.decide(director.name, decided.on, decided.words)
    take(archive, proposal, action, 2, { actor: director, on: decided.on, at: momentOf(decided.on, 640) }, from, decided.words)
    const version = decided.approved ? pilotVersions.find(({ effectiveFrom }) => effectiveFrom === wanted.effectiveFrom) : undefined
    if (version) archive.add('parameter_version', rowOf({ ...version, effectiveTo: null, proposalId: proposal.id }))
  }
  archive.add('parameter_proposal', rowOf(proposal))
}

export function playProposals(archive: Archive, staff: Staff): void {
  for (const proposal of proposed()) play(archive, proposal, staff.one('BU_CLERK', DISTRICT, PILOT.from), staff.one('DIRECTOR', DISTRICT, PILOT.from))
}
