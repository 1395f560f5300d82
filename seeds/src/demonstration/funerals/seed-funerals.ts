import { setImmediate } from 'node:timers/promises'
import { parseKeyRing, softwareCiphers } from '@xishan/service-kit'
import { Archive } from '../archive'
import { BulkWriter, FUNERALS } from '../bulk-writer'
import type { People } from '../people'
import type { Draw } from '../random'
import type { Staff } from '../staff'
import { burialsOfTheBooks, writeBooked, type BookedRest } from './books'
import { courseOf, type Course } from './course'
import type { FuneralOffice } from './deed'
import { Grounds } from './facilities'
import { about, daysOfDeath, deceased } from './people-who-died'
import { BOOKS_FROM } from './size'
import { writeRegistrationQuality } from './registration-quality'
import { buyerOf, takenOver } from './taken-over'
import { CourseWriter, later, type Buyer, type Numbers } from './write-course'
import type { PayeeWhoDied } from './payees'

/** People whose rows are written in one transaction. */
const BATCH = 250
interface Written {
  course: Course
  numbers: Numbers
  buyer: Buyer | null
  deathId: string | undefined
}

export interface FuneralHistory {
  migratorUrl: string
  dataKeys: string
  draw: Draw
  staff: Staff
  payees: readonly PayeeWhoDied[]
  people: People
  progress(what: string): void
}

/** Facilities with their graves, deaths with what followed, and the books of before. */
/** @returns the courses of those who died lately, without the households in pay */
export async function writeFunerals({ migratorUrl, dataKeys, draw, staff, people, payees, progress }: FuneralHistory): Promise<Course[]> {
  const archive = new Archive(draw.of('ids'))
  const office: FuneralOffice = { archive, ciphers: softwareCiphers(parseKeyRing(dataKeys)), staff }
  const grounds = new Grounds(office, draw.of('grounds'), BOOKS_FROM)
  grounds.reserve('翠柏园', 1, '园区道路拓宽，暂不出售')
  const old = takenOver(people, draw.of('taken over'), grounds)
  const booked = burialsOfTheBooks(people, draw.of('books'), grounds)
  const lately = daysOfDeath(draw.of('days')).flatMap((diedOn, nth) => courseOf(deceased(people, draw.of(`death ${nth}`), { diedOn }), grounds) ?? [])
  const paid = payees.map((payee) => ({ payee, course: courseOf({ ...about(payee.person, payee.community, payee.diedOn, draw.of(payee.deathId)), ...(payee.heardAfter === undefined ? {} : { heardAfter: payee.heardAfter }) }, grounds) }))
  const written: Written[] = [...old, ...lately].map((course) => withNumbers(course, people))
  for (const { payee, course } of paid) if (course) written.push({ ...withNumbers(course, people), deathId: payee.deathId })
  number(archive, written, booked)
  grounds.addRows(office)
  writeRegistrationQuality(office, draw.of('quality'))
  const writer = await BulkWriter.open(migratorUrl, FUNERALS)
  try {
    await inBatches(writer, archive, [...booked.map((each) => () => writeBooked(office, each)), ...written.map(({ course, numbers, buyer, deathId }) => () => new CourseWriter(office, course, numbers, buyer).write(deathId))], progress)
    archive.add('number_series', ...archive.lastNumbers())
    await writer.write(archive.take())
    await writer.finish()
  } finally {
    await writer.close()
  }
  return lately
}

/** The database writes one batch while the next is made. */
async function inBatches(writer: BulkWriter, archive: Archive, plays: readonly (() => void)[], progress: (what: string) => void): Promise<void> {
  let writing = writer.write(archive.take())
  for (const [at, play] of plays.entries()) {
    play()
    if ((at + 1) % BATCH > 0) continue
    await setImmediate()
    await writing
    writing = writer.write(archive.take())
    progress(`社会事务：${at + 1} / ${plays.length} 人 (deaths and burials)`)
  }
  await writing
}

function withNumbers(course: Course, people: People): Written {
  const plot = course.rest?.plot ?? null
  if (plot) plot.state = 'OCCUPIED'
  const buyer = plot && course.rest ? buyerOf(course.deceased, plot, course.rest.on, people) : null
  return { course, buyer, deathId: undefined, numbers: { death: '', cremation: '', keeping: '', rest: '', contract: '' } }
}

/** Every series counts in the order of the days on which the numbers were given. */
function number(archive: Archive, written: readonly Written[], booked: readonly BookedRest[]): void {
  const asked: { series: string; on: string; give: (number: string) => void }[] = booked.map((each) => ({ series: 'FMA', on: each.rest.on, give: (given) => (each.number = given) }))
  for (const { course: { registeredOn, crematedOn, keptFrom, rest }, numbers } of written) {
    asked.push({ series: 'FMD', on: registeredOn, give: (given) => (numbers.death = given) })
    if (crematedOn) asked.push({ series: 'FMH', on: crematedOn, give: (given) => (numbers.cremation = given) })
    if (keptFrom) asked.push({ series: 'FMA', on: keptFrom, give: (given) => (numbers.keeping = given) })
    if (rest) asked.push({ series: 'FMA', on: later(rest.on, registeredOn), give: (given) => (numbers.rest = given) })
    if (rest?.plot) asked.push({ series: 'FMG', on: later(rest.on, registeredOn), give: (given) => (numbers.contract = given) })
  }
  for (const { series, on, give } of asked.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) give(archive.number(series, on))
}
