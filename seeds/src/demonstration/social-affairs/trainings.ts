import type { TrainingKind } from '@xishan/funeral-management-contract'
import { KeepTraining } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import type { People } from '../people'
import type { Draw } from '../random'
import type { Diary } from './diary'

interface Course {
  kind: TrainingKind
  title: string
  on: string
  hours: number
  organiser: string
  place: string
  units: readonly string[]
  people: number
  /** No examination, no certificate. */
  isTalk?: boolean
  cancelled?: string
}

const FUNERAL_UNITS = ['滇池西殡仪服务中心', '西山区殡葬服务站', '碧鸡陵园管理有限公司', '长坡公墓服务有限公司', '海口街道殡葬服务所']
const REGISTRAR_UNITS = ['西山区民政局婚姻登记处', '西山区民政局收养登记处']
const BUREAU = '西山区民政局'
const CITY = '昆明市民政局'

const COURSES: readonly Course[] = [
  { kind: 'FUNERAL', title: '遗体火化师职业技能培训', on: '2024-11-20', hours: 16, organiser: CITY, place: '滇池西殡仪馆培训室', units: FUNERAL_UNITS.slice(0, 1), people: 10 },
  { kind: 'FUNERAL', title: '殡葬服务礼仪和行风建设培训', on: '2025-03-18', hours: 8, organiser: BUREAU, place: '区民政局三楼会议室', units: FUNERAL_UNITS, people: 22 },
  { kind: 'FUNERAL', title: '公墓消防安全培训', on: '2025-09-10', hours: 4, organiser: BUREAU, place: '碧鸡陵园会议室', units: FUNERAL_UNITS.slice(1), people: 18 },
  { kind: 'REGISTRAR', title: '婚姻登记员业务培训（新修订《婚姻登记条例》）', on: '2025-05-08', hours: 16, organiser: CITY, place: '昆明市民政干部学校（演示）', units: REGISTRAR_UNITS, people: 9 },
  { kind: 'REGISTRAR', title: '收养评估和登记业务培训', on: '2025-07-16', hours: 8, organiser: BUREAU, place: '收养登记处', units: REGISTRAR_UNITS.slice(1), people: 2 },
  { kind: 'FUNERAL', title: '节地生态安葬政策解读', on: '2024-12-11', hours: 4, organiser: BUREAU, place: '区民政局三楼会议室', units: FUNERAL_UNITS, people: 24, isTalk: true },
  { kind: 'FUNERAL', title: '公墓管理员业务培训', on: '2025-02-26', hours: 12, organiser: CITY, place: '昆明市民政干部学校（演示）', units: FUNERAL_UNITS.slice(1), people: 12 },
  { kind: 'FUNERAL', title: '殡葬服务收费公示和清单规范', on: '2025-04-16', hours: 4, organiser: BUREAU, place: '区民政局三楼会议室', units: FUNERAL_UNITS, people: 20, isTalk: true },
  { kind: 'FUNERAL', title: '遗体接运车辆安全驾驶', on: '2025-06-11', hours: 6, organiser: '滇池西殡仪服务中心', place: '殡仪馆培训室', units: FUNERAL_UNITS.slice(0, 1), people: 9 },
  { kind: 'FUNERAL', title: '安葬登记系统操作', on: '2025-08-20', hours: 3, organiser: BUREAU, place: '区民政局机房', units: FUNERAL_UNITS, people: 15, cancelled: '与实操演练合并举办，本场未开' },
  { kind: 'REGISTRAR', title: '婚姻登记档案整理规范', on: '2024-11-13', hours: 4, organiser: BUREAU, place: '婚姻登记处会议室', units: REGISTRAR_UNITS, people: 9, isTalk: true },
  { kind: 'REGISTRAR', title: '颁证员礼仪培训', on: '2025-01-15', hours: 6, organiser: CITY, place: '昆明市民政干部学校（演示）', units: REGISTRAR_UNITS.slice(0, 1), people: 6 },
  { kind: 'REGISTRAR', title: '登记质量抽查情况通报和案例讲评', on: '2025-03-26', hours: 3, organiser: BUREAU, place: '婚姻登记处会议室', units: REGISTRAR_UNITS, people: 10, isTalk: true },
  { kind: 'REGISTRAR', title: '婚姻登记员上岗考核', on: '2025-04-23', hours: 16, organiser: '云南省民政厅', place: '昆明', units: REGISTRAR_UNITS.slice(0, 1), people: 5 },
  { kind: 'REGISTRAR', title: '婚姻家庭辅导和冷静期服务', on: '2025-06-18', hours: 6, organiser: BUREAU, place: '婚姻登记处辅导室', units: REGISTRAR_UNITS.slice(0, 1), people: 8, isTalk: true },
  { kind: 'REGISTRAR', title: '档案数字化质检要点', on: '2025-08-27', hours: 3, organiser: BUREAU, place: '区民政局机房', units: REGISTRAR_UNITS, people: 8 },
]

interface Colleague {
  name: string
  workUnit: string
}

/** The same people come again and again: they are drawn from those who work there. */
export function planTrainings(diary: Diary, people: People, draw: Draw): void {
  const colleagues = [...FUNERAL_UNITS, ...REGISTRAR_UNITS].flatMap((workUnit, nth) =>
    namesOf(people, draw.of(workUnit), nth === FUNERAL_UNITS.length ? 9 : nth > FUNERAL_UNITS.length ? 2 : 10).map((name): Colleague => ({ name, workUnit })),
  )
  for (const [nth, course] of COURSES.entries()) diary.plan(calendar.onOrAfter(course.on), () => hold(diary, course, colleagues, draw.of(nth), nth))
}

function namesOf(people: People, draw: Draw, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count) names.add(people.make({ sex: draw.chance(0.5) ? '1' : '2', age: draw.int(25, 55), on: '2025-01-02', ethnicity: '01' }).name)
  return [...names]
}

async function hold({ past }: Diary, { kind, title, on, hours, organiser, place, units, people, isTalk = false, cancelled }: Course, colleagues: readonly Colleague[], draw: Draw, nth: number): Promise<void> {
  const keep = past.its(KeepTraining)
  const clerk = past.bureau('BU_CLERK', on)
  const { id, version } = await keep.add(clerk, { kind, title, heldOn: calendar.onOrAfter(on), hours, organiser, place, note: '' })
  if (cancelled) return void (await keep.cancel(clerk, id, { version, reason: cancelled }))
  const trainees = draw
    .shuffled(colleagues.filter(({ workUnit }) => units.includes(workUnit)))
    .slice(0, people)
    .map((colleague, at) => {
      const isPassed = draw.chance(0.93)
      return { ...colleague, certificateNumber: !isTalk && isPassed ? `演示证${on.slice(0, 4)}${String(nth + 21)}${String(at + 1).padStart(3, '0')}` : '', result: isTalk ? ('NONE' as const) : isPassed ? ('PASSED' as const) : ('FAILED' as const) }
    })
  await keep.keepTrainees(clerk, id, { version, trainees })
}
