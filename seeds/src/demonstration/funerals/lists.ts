import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { addDays, dateInChinese, type Saved } from '@xishan/domain'
import { deathListLifecycle, type ListSource } from '@xishan/funeral-management-contract'
import { ApplyDeathList, CheckDeathList, DeathList, ListDesk } from '@xishan/funeral-management-service'
import { UnitOfWork, calendar, writeSheetStream, type JobProgress } from '@xishan/service-kit'
import type { Past } from '../money/past'
import type { Person } from '../people'
import type { Draw } from '../random'

/** The job runs here and now; nobody watches it. */
const UNWATCHED: JobProgress = { report: () => Promise.resolve(), checkpoint: () => undefined, saveCheckpoint: () => Promise.resolve() }

const HEADS: Readonly<Record<ListSource, readonly string[]>> = {
  POLICE: ['序号', '姓名', '公民身份号码', '性别', '出生日期', '死亡日期', '户籍地址'],
  HEALTH: ['编号', '死者姓名', '证件号码', '性别', '出生日期', '死亡日期', '常住地址'],
  HALL: ['序号', '逝者姓名', '身份证号', '性别', '出生日期', '死亡日期', '户籍地址'],
}
const TITLES: Readonly<Record<ListSource, string>> = { POLICE: '公安死亡注销名单', HEALTH: '死亡医学证明名单', HALL: '殡仪馆火化名单' }

export interface ListedPerson {
  name: string
  number: string
  sex: string
  birthDate: string
  diedOn: string
  home: string
}

export const listed = ({ name, document, sex, birthDate }: Person, diedOn: string, home: string, changed: Partial<ListedPerson> = {}): ListedPerson => ({
  name, number: document.number, sex: sex === '1' ? '男' : '女', birthDate, diedOn, home, ...changed,
})

/** The same number as it was written before 1999. */
export const before1999 = (number: string): string => number.slice(0, 6) + number.slice(8, 17)

export interface SentList {
  source: ListSource
  /** The last day that it covers, and the day on which it came. */
  coversTo: string
  on: string
  people: readonly ListedPerson[]
  /** How far it came: taken over by default. */
  goal?: 'CHECKED' | 'CLOSED'
}

/** A list on its way: sent by the clerk, compared, and taken over by the head two working days later at most. */
export async function playList(past: Past, { source, coversTo, on, people, goal }: SentList): Promise<void> {
  const clerk = past.bureau('BU_CLERK', on)
  const rows = people.map(({ name, number, sex, birthDate, diedOn, home }, at) => [String(at + 1), name, number, sex, birthDate, diedOn, home])
  const bytes = await buffer(writeSheetStream({ name: '名单', columns: HEADS[source].map((title) => ({ title })), rows }))
  const file = { name: `${TITLES[source]}（截至${dateInChinese(coversTo)}）.xlsx`, declaredType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
  const sent: Saved = await past.on(on, () => past.its(ListDesk).upload(clerk, { source, coversTo }, file))
  const saved = await begin(past, on, sent, 'check')
  await past.on(on, () => past.its(CheckDeathList).run(clerk, { listId: saved.id, run: saved.run }, UNWATCHED))
  if (goal === 'CHECKED') return
  const applied = await begin(past, on, await standing(past, saved.id), 'apply')
  await past.on(on, () => past.its(ApplyDeathList).run(past.bureau('BU_HEAD', on), { listId: applied.id, run: applied.run }, UNWATCHED))
  if (goal !== 'CLOSED') return
  const later = calendar.addWorkingDays(on, 6)
  const { version } = await standing(past, saved.id)
  await past.on(later, () => past.its(ListDesk).close(past.bureau('BU_CLERK', later), saved.id, { version, reason: '已逐人电话核实，号码录入有误的由来源单位下月更正重报' }))
}

const standing = async (past: Past, id: string): Promise<Saved> => (await past.ask<Saved>(`select id, version from death_list where id = $1`, [id]))[0] ?? { id, version: 0 }

/** As the desk begins a job, without the queue: it runs right after. */
function begin(past: Past, on: string, { id, version }: Saved, action: 'check' | 'apply'): Promise<Saved & { run: string }> {
  const run = randomUUID()
  const actor = past.bureau(action === 'check' ? 'BU_CLERK' : 'BU_HEAD', on)
  return past.on(on, () =>
    past.its(UnitOfWork).perform(actor, async (work) => {
      const list = await work.get(DeathList, id, version)
      await work.take(list, deathListLifecycle, action)
      Object.assign(list, { run, jobOf: actor.id })
      return { ...(await work.save(list, action)), run }
    }),
  )
}

/** Rows that a list of people never comes without. */
export function troubled(people: readonly ListedPerson[], draw: Draw): ListedPerson[] {
  const [one, two, three, four, five] = draw.shuffled(people)
  if (!one || !two || !three || !four || !five) return [...people]
  return [
    ...people.filter((person) => ![two, three, four].includes(person)),
    { ...two, number: before1999(two.number) },
    // A slip of a finger in the number, and a row without a day.
    { ...three, number: `${three.number.slice(0, 14)}${(Number(three.number[14]) + 3) % 10}${three.number.slice(15)}` },
    { ...four, diedOn: '' },
    one,
    { ...five, diedOn: addDays(five.diedOn, -1) },
  ]
}
