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
  const live = async (what: string, plan: (diary: Diary) => Promise<void> | void) => {
    progress(`社会事务：${what}`)
    const diary = new Diary(past)
    await plan(diary)
    await diary.live()
  }
  try {
    await live('节地生态安葬奖补 (eco-burial awards)', async (diary) => {
      const awards = new EcoAwards(diary, people, draw.of('awards'))
      await awards.plan()
      new AwardLists(diary, awards).plan()
    })
    await live('价目 (prices)', planPrices)
    await live('费用清单、结算、满意度 (bills, settlements, satisfaction)', async (diary) => {
      await planBills(diary, draw.of('bills'), (bill) => planAnswer(diary, bill))
      await planSettlements(diary)
    })
    await live('违法墓 (illegal graves)', (diary) => planGraves(diary, people, draw.of('graves')))
    await live('收养评估 (adoption files)', (diary) => planAdoptions(diary, people, draw.of('adoptions')))
    await live('治丧场所、培训、档案 (places, trainings, archives)', async (diary) => {
      planMourningPlaces(diary)
      planTrainings(diary, people, draw.of('trainings'))
      await planArchives(diary, draw.of('archives'))
    })
  } finally {
    past.end()
  }
}
