import type { ServiceApp } from '@xishan/service-kit'
import { Past } from '../money/past'
import type { People } from '../people'
import type { Draw } from '../random'
import type { Staff } from '../staff'
import { planAdoptions } from './adoptions'
import { planArchives } from './archives'
import { AwardLists } from './award-lists'
import { planBills } from './bills'
import { Diary } from './diary'
import { EcoAwards } from './eco-awards'
import { planGraves } from './graves'
import { planMourningPlaces } from './mourning-places'
import { planPrices } from './prices'
import { planAnswer } from './satisfaction'
import { planSettlements } from './settlements'
import { planTrainings } from './trainings'

export interface SocialAffairs {
  service: ServiceApp
  staff: Staff
  people: People
  draw: Draw
  progress(what: string): void
}

/** A year of what else the section of social affairs does, by the service's own use cases on days that are past. */
export async function playSocialAffairs({ service, staff, people, draw, progress }: SocialAffairs): Promise<void> {
  const past = new Past(service, staff)
  const diary = new Diary(past)
  try {
    progress('社会事务：奖补、收费结算、违法墓、收养、培训、档案 (a year of the section)')
    await planPrices(diary)
    await planBills(diary, draw.of('bills'), (bill) => planAnswer(diary, bill))
    await planSettlements(diary)
    const awards = new EcoAwards(diary, people, draw.of('awards'))
    await awards.plan()
    new AwardLists(diary, awards).plan()
    planGraves(diary, people, draw.of('graves'))
    planAdoptions(diary, people, draw.of('adoptions'))
    planMourningPlaces(diary)
    planTrainings(diary, people, draw.of('trainings'))
    await planArchives(diary, draw.of('archives'))
    await diary.live()
  } finally {
    past.end()
  }
}
