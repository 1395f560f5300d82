import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { spokenName, type Saved } from '@xishan/domain'
import { UnitOfWork, writeSheetStream, type JobProgress } from '@xishan/service-kit'
import { rosterLifecycle, type RosterAction } from '@xishan/social-assistance-contract'
import { ApplyRoster, CheckRoster, RosterImport, UploadRoster } from '@xishan/social-assistance-service'
import { divisionsOn } from '../../divisions'
import { People } from '../people'
import { streets } from '../places'
import type { Draw } from '../random'
import type { Past } from './past'

/** Order numbers of a day that nobody else of the demonstration has. */
const FROM = 340
const ON = '2025-07-22'
const PEOPLE = 164
const UNWATCHED: JobProgress = { report: () => Promise.resolve(), checkpoint: () => undefined, saveCheckpoint: () => Promise.resolve() }

/** The list of those who are supported as 特困人员, as their section sends it: taken over, but for some rows that are refused. */
export async function rosterOfOthers(past: Past, draw: Draw): Promise<void> {
  const [clerk, head] = [past.bureau('BU_CLERK', ON), past.bureau('BU_HEAD', ON)]
  const file = { name: '西山区特困人员名册（2025年7月，演示）.xlsx', declaredType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: await workbook(draw) }
  let saved: Saved = await past.on(ON, () => past.its(UploadRoster).execute(clerk, { kind: 'OTHER_ENTITLEMENT', scheme: 'EXTREME_HARDSHIP', asOfMonth: '2025-07' }, file))
  const take = async (who: typeof clerk, action: RosterAction, run: string | null): Promise<void> => {
    saved = await past.on(ON, () =>
      past.its(UnitOfWork).perform(who, async (work) => {
        const roster = await work.get(RosterImport, saved.id)
        await work.take(roster, rosterLifecycle, action)
        if (run) roster.run = run
        return work.save(roster, action)
      }),
    )
  }
  const checking = randomUUID()
  await take(clerk, 'check', checking)
  await past.on(ON, () => past.its(CheckRoster).run(clerk, { importId: saved.id, run: checking }, UNWATCHED))
  await take(clerk, 'submit', null)
  const applying = randomUUID()
  await take(head, 'apply', applying)
  await past.on(ON, () => past.its(ApplyRoster).run(head, { importId: saved.id, run: applying }, UNWATCHED))
}

function workbook(draw: Draw): Promise<Buffer> {
  const people = new People(draw.of('people'), FROM)
  const tree = divisionsOn(ON)
  const rows = Array.from({ length: PEOPLE }, (_, nth) => {
    const own = draw.of(nth)
    const street = own.pick(streets)
    const { name, document } = people.make({ sex: own.chance(0.7) ? '1' : '2', age: own.middling(60, 91), on: ON, ethnicity: own.weighted(street.ethnicity) })
    const community = spokenName(own.pick(tree.childrenOf(street.code)).name)
    return [tree.get(street.code).name, nth % 41 === 7 ? `${community}三组` : community, name, nth % 53 === 11 ? `${document.number.slice(0, 16)}9X` : document.number, `${own.int(2012, 2024)}-0${own.int(1, 9)}`]
  })
  return buffer(writeSheetStream({ name: '特困人员', columns: ['街道', '社区（村）', '姓名', '身份证号码', '开始享受月份'].map((title) => ({ title })), rows }))
}
