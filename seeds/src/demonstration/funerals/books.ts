import { datesBetween } from '@xishan/domain'
import { Disposition } from '@xishan/funeral-management-service'
import { calendar, sealDocument } from '@xishan/service-kit'
import { rowOf } from '../archive'
import type { People } from '../people'
import type { Draw } from '../random'
import { restOf, type Rest } from './course'
import { Deeds, DISTRICT, type FuneralOffice } from './deed'
import type { Sites } from './facilities'
import { deceased, type Deceased } from './people-who-died'
import { BOOKS_FROM, SINCE } from './size'

/** Burials a working day, of which the books tell; fewer when deaths begin to be registered themselves. */
const A_DAY = 8
const LAST = '2024-12-20'

/** A burial of the books of before: nobody registered the death here. */
export interface BookedRest {
  of: Deceased
  rest: Rest
  number: string
}

export function burialsOfTheBooks(people: People, draw: Draw, { facilities }: Pick<Sites, 'facilities'>): BookedRest[] {
  return datesBetween(BOOKS_FROM, LAST)
    .filter((day) => calendar.isWorkday(day))
    .flatMap((day) =>
      Array.from({ length: day < SINCE ? A_DAY + draw.int(-3, 3) : draw.int(0, 3) }, (_, nth): BookedRest => {
        const of = deceased(people, draw.of(`${day} ${nth}`), { diedOn: day })
        return { of, rest: restOf(of, day, { facilities, take: () => null }, false), number: '' }
      }),
    )
}

export function writeBooked({ archive, ciphers, staff }: FuneralOffice, { of: { person, relative, draw }, rest: { kind, remains, on, place, facilityId }, number }: BookedRest): void {
  const act = new Deeds(draw.of('deeds')).by(staff.one('BU_CLERK', DISTRICT, on), on)
  const { personKey: _key, ...sealed } = sealDocument(ciphers, person.document)
  const disposition = Object.assign(new Disposition(), sealed, {
    deathId: null, deceasedName: person.name, divisionCode: DISTRICT, kind, remains, disposedOn: on, place, facilityId, certificateNumber: `AZ-${number.slice(-11)}`, handler: relative.name, handlerRelation: relative.relation,
    remark: '安放台账补录', id: archive.id(act.at), number, recordedBy: act.actor.name, recordedOn: on,
  })
  archive.save(disposition, 'disposition', 'record', act)
  archive.add('disposition', rowOf(disposition))
}
