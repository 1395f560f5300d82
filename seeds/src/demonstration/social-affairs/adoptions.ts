import { addDays, addMonths, type Actor, type Saved } from '@xishan/domain'
import { ASSESSMENT_PARTS, type AdoptionKind, type OpenAdoption as Application, type PartResults } from '@xishan/funeral-management-contract'
import { AssessAdoption, ConcludeAdoption, OpenAdoption } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import { givenName, surnameOf, type People } from '../people'
import type { Draw } from '../random'
import type { Diary, Planned } from './diary'

/** How far a file came; what is in it is seen by the two who are named in it. */
interface FileScene {
  kind: AdoptionKind
  consentedOn: string
  goal: 'OPENED' | 'ASSESSING' | 'REPORTED' | 'UNSUITABLE' | 'REGISTERING' | 'CLOSED'
  community: string
  age: number
}

const SCENES: readonly FileScene[] = [
  { kind: 'OTHER', consentedOn: '2024-12-11', goal: 'CLOSED', community: '530112010003', age: 2 },
  { kind: 'RELATIVE', consentedOn: '2025-03-06', goal: 'UNSUITABLE', community: '530112006002', age: 6 },
  { kind: 'FOUNDLING', consentedOn: '2025-05-20', goal: 'REGISTERING', community: '530112002003', age: 1 },
  { kind: 'OTHER', consentedOn: '2025-07-24', goal: 'REPORTED', community: '530112009004', age: 4 },
  { kind: 'RELATIVE', consentedOn: '2025-08-08', goal: 'ASSESSING', community: '530112008003', age: 9 },
  { kind: 'OTHER', consentedOn: '2025-09-22', goal: 'OPENED', community: '530112004002', age: 3 },
]

export function planAdoptions(diary: Diary, people: People, draw: Draw): void {
  for (const [nth, scene] of SCENES.entries()) diary.planInTurn(stepsOf(diary, people, draw.of(nth), scene))
}

function stepsOf({ past }: Diary, people: People, draw: Draw, scene: FileScene): Planned[] {
  const steps: Planned[] = []
  const { goal, kind, consentedOn } = scene
  let saved: Saved = { id: '', version: 0 }
  const handler = past.bureau('BU_CLERK', consentedOn)
  const head = past.bureau('BU_HEAD', consentedOn)
  const [assess, conclude] = [past.its(AssessAdoption), past.its(ConcludeAdoption)]
  const at = (days: number) => calendar.onOrAfter(addDays(consentedOn, days))
  const then = (on: string, act: () => Promise<Saved>) => steps.push({ on, act: async () => (saved = await act()) })
  then(at(1), () => past.its(OpenAdoption).execute(handler, application(people, draw, scene, head)))
  if (goal === 'OPENED') return steps
  then(at(5), () => assess.assign(handler, saved.id, { version: saved.version, mode: 'THIRD_PARTY', organisation: '西山区社会工作服务中心（演示）', assessors: [{ id: null, name: '社工李敏' }, { id: null, name: '社工段文涛' }] }))
  then(at(24), () => assess.assess(handler, saved.id, { version: saved.version, results: results(goal) }))
  if (goal === 'ASSESSING') return steps
  then(at(38), () => assess.report(handler, saved.id, { version: saved.version, report: goal === 'UNSUITABLE' ? '申请人长期在外务工，抚育计划不落实，与被收养人融合情况不佳。' : '申请人家庭关系稳定，收入和住房满足抚育需要，与被收养人融合良好。' }))
  if (goal === 'REPORTED') return steps
  then(at(44), () => conclude.decide(head, saved.id, goal === 'UNSUITABLE' ? 'refuse' : 'pass', saved.version, goal === 'UNSUITABLE' ? '评估认为不具备抚育条件，暂不适合收养' : '同意评估意见，适合收养'))
  if (goal === 'UNSUITABLE') return steps
  then(at(47), () => conclude.handOver(handler, saved.id, { version: saved.version, acceptedOn: at(47) }))
  if (kind === 'FOUNDLING') then(at(50), () => conclude.announce(handler, saved.id, { version: saved.version, noticeOn: at(50) }))
  if (goal === 'REGISTERING') return steps
  const registered = at(62)
  then(registered, () => conclude.recordOutcome(handler, saved.id, { version: saved.version, outcome: 'REGISTERED', certificateNumber: '演示收字〔2025〕0001号', on: registered }))
  const visited = calendar.onOrAfter(addMonths(registered, 5))
  then(visited, () => conclude.visit(handler, saved.id, { version: saved.version, visitedOn: visited, visitors: '社工李敏、社工段文涛', findings: '孩子生活规律，与家庭成员相处融洽，按时接种疫苗。' }))
  return steps
}

function results(goal: FileScene['goal']): PartResults {
  const known = goal === 'ASSESSING' ? ASSESSMENT_PARTS.slice(0, 7) : ASSESSMENT_PARTS
  const isUnfit = (key: string) => goal === 'UNSUITABLE' && key === 'PLAN'
  return Object.fromEntries(known.map(({ key }) => [key, isUnfit(key) ? { result: 'UNFIT', finding: '长期在外务工，抚育计划不落实' } : { result: 'FIT', finding: '' }]))
}

function application(people: People, draw: Draw, { kind, consentedOn, community, age }: FileScene, head: Actor): Application {
  const adult = (sex: '1' | '2') => {
    const { name, document } = people.make({ sex, age: draw.int(34, 44), on: consentedOn, ethnicity: '01' })
    return { name, document }
  }
  const sex = draw.chance(0.5) ? ('1' as const) : ('2' as const)
  const birthDate = addDays(addMonths(consentedOn, -12 * age), -draw.int(10, 300))
  const surname = kind === 'FOUNDLING' ? '西' : surnameOf(draw, '01')
  const child = { name: surname + givenName(draw, sex, birthDate), sex, birthDate, document: null }
  const giver = kind === 'FOUNDLING' ? null : { kind: 'PARENT' as const, ...adult('2') }
  return { kind, consentedOn, placeCode: community, adopters: [adult('1'), adult('2')], child, giver, decider: { id: head.id, name: head.name } }
}
