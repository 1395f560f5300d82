import type { ServiceApp } from '@xishan/service-kit'
import { Past } from '../money/past'
import type { People } from '../people'
import { addressOf } from '../places'
import type { Draw } from '../random'
import type { Staff } from '../staff'
import { playContracts, playSales } from './contracts'
import type { Course } from './course'
import { Exceptions } from './exceptions'
import { playInspections } from './inspections'
import { before1999, listed, playList, troubled, type ListedPerson } from './lists'
import type { Named, PayeeWhoDied } from './payees'
import { deceased } from './people-who-died'
import { playServicesAround } from './services-around'
import { TODAY } from './size'

export interface FuneralPlay {
  service: ServiceApp
  staff: Staff
  people: People
  draw: Draw
  courses: readonly Course[]
  payees: readonly PayeeWhoDied[]
  namesakes: readonly Named[]
  progress(what: string): void
}

/** What the service's own use cases do on days that are past: contracts, inspections, lists, and what does not go the straight way. */
export async function playFunerals({ service, staff, people, draw, courses, payees, namesakes, progress }: FuneralPlay): Promise<void> {
  const past = new Past(service, staff)
  try {
    progress('社会事务：合同、年检 (contracts, inspections)')
    await playSales(past, people, draw.of('sales'))
    await playContracts(past, draw.of('contracts'))
    await playInspections(past)
    await playServicesAround(past, draw.of('around'))
    progress('社会事务：死亡名单、更正撤销 (lists, corrections)')
    await playLists(past, people, draw.of('lists'), courses, { payees, namesakes })
    await playExceptions(new Exceptions(past, people, draw.of('exceptions')), payees)
  } finally {
    past.end()
  }
}

const homeOf = (community: string): string => `${addressOf(community, TODAY)} 8 号`

/** Some of those whose deaths fell into a span, as a source has them. */
function ofSpan(courses: readonly Course[], from: string, to: string, count: number, draw: Draw): ListedPerson[] {
  const within = courses.filter(({ deceased: { diedOn }, registeredOn }) => diedOn >= from && diedOn <= to && registeredOn <= to)
  return draw.shuffled(within).slice(0, count).map(({ deceased: { person, diedOn, community } }) => listed(person, diedOn, homeOf(community)))
}

/** Deaths of which nobody told before: at home in the district, died elsewhere. */
const unheard = (people: People, draw: Draw, days: readonly string[]): ListedPerson[] =>
  days.map((diedOn, nth) => {
    const { person, community } = deceased(people, draw.of(nth), { diedOn })
    return listed(person, diedOn, homeOf(community))
  })

async function playLists(past: Past, people: People, draw: Draw, courses: readonly Course[], { payees, namesakes }: { payees: readonly PayeeWhoDied[]; namesakes: readonly Named[] }): Promise<void> {
  const police = async (month: string, on: string, goal: { goal?: 'CLOSED' }, more: ListedPerson[] = []) => {
    const own = draw.of(`police ${month}`)
    const known = ofSpan(courses, `${month}-01`, `${month}-28`, 60, own)
    const last = `${month}-${month === '2025-06' ? '30' : '31'}`
    await playList(past, { source: 'POLICE', coversTo: last, on, ...goal, people: troubled([...known, ...unheard(people, own, [`${month}-09`, `${month}-17`, `${month}-21`]), ...more], own) })
  }
  await police('2025-06', '2025-07-04', { goal: 'CLOSED' })
  await police('2025-07', '2025-08-05', { goal: 'CLOSED' })
  await playList(past, { source: 'HEALTH', coversTo: '2025-08-10', on: '2025-08-13', people: ofSpan(courses, '2025-07-10', '2025-08-08', 40, draw.of('health')) })
  const nameless = namesakes.map(({ name }): ListedPerson => ({ name, number: '', sex: '', birthDate: '', diedOn: '2025-08-19', home: '' }))
  const otherwise = payees.flatMap(({ person, community, otherDay }) => (otherDay ? [listed(person, otherDay, homeOf(community))] : []))
  await police('2025-08', '2025-09-04', {}, [...nameless, ...otherwise])
  const hall = ofSpan(courses, '2025-09-12', '2025-09-26', 30, draw.of('hall'))
  await playList(past, { source: 'HALL', coversTo: '2025-09-25', on: '2025-09-26', people: hall.map((person, nth) => (nth === 3 ? { ...person, number: before1999(person.number) } : person)) })
  const september = draw.of('police 2025-09')
  await playList(past, { source: 'POLICE', coversTo: '2025-09-28', on: '2025-09-29', people: troubled([...ofSpan(courses, '2025-09-01', '2025-09-26', 50, september), ...unheard(people, september, ['2025-09-11', '2025-09-19'])], september), goal: 'CHECKED' })
}

async function playExceptions(exceptions: Exceptions, payees: readonly PayeeWhoDied[]): Promise<void> {
  await exceptions.report('2025-06-12', '530112001001', 'confirm')
  await exceptions.correct('2025-06-20', 'APPROVED')
  await exceptions.unknown('2025-07-15', '无名男性（约60岁）', 'OTHER')
  for (const { deathId, revokedOn } of payees) if (revokedOn) await exceptions.revoke(deathId, revokedOn, 'APPROVED')
  await exceptions.report('2025-09-08', '530112001001', 'dismiss')
  await exceptions.settle('2025-09-10', 2)
  await exceptions.unknown('2025-09-18', '无名男性（约50岁）', 'MEDICAL')
  await exceptions.correct('2025-09-24', 'PROPOSED')
  await exceptions.report('2025-09-29', '530112001001')
  await exceptions.report('2025-09-29', '530112002002')
}
