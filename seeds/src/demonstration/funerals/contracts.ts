import { addDays, monthRange, lastDayOf } from '@xishan/domain'
import { HandleContract, SellPlot, WatchContracts } from '@xishan/funeral-management-service'
import { calendar, serviceActor } from '@xishan/service-kit'
import { onOrBefore } from '../calendar'
import type { Past } from '../money/past'
import { phoneNumber, type People } from '../people'
import type { Draw } from '../random'
import { LINE } from './deed'
import { SINCE, TODAY } from './size'

interface Ending {
  id: string
  version: number
}

const RENEWED = 0.6
const RECLAIMED_AFTER_DAYS = 45

/** What the calendar brought to contracts, month by month, and what the cemeteries made of it: told, renewed, taken back. */
export async function playContracts(past: Past, draw: Draw): Promise<void> {
  const watch = past.its(WatchContracts)
  for (const month of monthRange('2024-12', '2025-09')) {
    const on = onOrBefore(lastDayOf(month) > TODAY ? TODAY : lastDayOf(month))
    await past.on(on, () => watch.run(on, { ...serviceActor(LINE), name: '系统（社会事务）' }))
    if (on < TODAY) await handle(past, draw.of(month), calendar.addWorkingDays(on, 3))
  }
}

async function handle(past: Past, draw: Draw, on: string): Promise<void> {
  const desk = past.its(HandleContract)
  const clerk = past.bureau('BU_CLERK', on)
  const told = await past.ask<Ending>(`select id, version from grave_contract where state in ('RENEWAL', 'EXPIRED') and notified_on is null order by number`)
  for (const { id, version } of told) {
    if (draw.chance(0.25)) continue
    const saved = await past.on(on, () => desk.notify(clerk, id, { version, notifiedOn: on, way: draw.pick(['电话告知', '短信告知', '邮寄到期通知书']) }))
    if (!draw.chance(RENEWED)) continue
    await past.on(on, () => desk.renew(clerk, id, { version: saved.version, renewedOn: on, years: 20, priceFen: draw.int(8, 24) * 10_000 }))
  }
  const over = await past.ask<Ending>(`select id, version from grave_contract where state = 'EXPIRED' and notified_on is not null and expires_on < $1 order by number`, [addDays(on, -RECLAIMED_AFTER_DAYS)])
  for (const { id, version } of over.slice(0, 12)) await past.on(on, () => desk.reclaim(past.bureau('BU_HEAD', on), id, { version, reason: '到期后经两次告知未续期，亲属书面同意迁出' }))
}

/** Bought by the living: for parents of the age at which it is allowed, and beside a spouse. */
export async function playSales(past: Past, people: People, draw: Draw): Promise<void> {
  const plots = await past.ask<{ id: string; zone: string }>(`select p.id, z.name as zone from plot p join zone z on z.id = p.zone_id join facility f on f.id = p.facility_id
    where p.state = 'FREE' and f.kind = 'CEMETERY' and z.plot_kind in ('ECO_DOUBLE', 'ASH') and p."row" > 6 order by md5(p."row" || z.name || p."column") limit 36`)
  const days = plots.map((_, nth) => calendar.onOrAfter(addDays(SINCE, nth * 9 + 3))).filter((on) => on <= TODAY)
  for (const [nth, on] of days.entries()) {
    const own = draw.of(nth)
    const isElder = own.chance(0.7)
    const user = people.make({ sex: own.chance(0.5) ? '1' : '2', age: isElder ? own.int(81, 92) : own.int(58, 78), on, ethnicity: '01' })
    const holder = people.make({ sex: '1', age: own.int(38, 60), on, ethnicity: '01', surname: user.name.slice(0, 1) })
    await past.on(on, () =>
      past.its(SellPlot).execute(past.bureau('BU_CLERK', on), plots[nth]?.id ?? '', {
        holder: { name: holder.name, document: holder.document, phone: phoneNumber(own) }, relation: isElder ? '儿子' : '配偶', ground: isElder ? 'ELDER' : 'TERMINAL_SPOUSE', certificateNumber: null,
        user: { name: user.name, document: user.document }, proof: isElder ? '' : '配偶安葬证明（同墓区）', priceFen: own.int(128, 320) * 10_000, signedOn: on,
      }),
    )
  }
}
