import { addToMonth, monthRange, type Saved } from '@xishan/domain'
import type { Registration } from '@xishan/funeral-management-contract'
import { KeepArchive } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import type { Draw } from '../random'
import type { Diary, Planned } from './diary'

interface Holding {
  registration: Registration
  decade: number
  files: number
  /** How much of it is digitised by today. */
  share: number
  targetOn: string
  shelf: string
}

/** Decades beside those that are being worked on by contract: the oldest are nearly done, one is past its date. */
const HOLDINGS: readonly Holding[] = [
  { registration: 'MARRIAGE', decade: 1950, files: 2_140, share: 1, targetOn: '2025-06-30', shelf: '档案室 5 号柜' },
  { registration: 'MARRIAGE', decade: 1960, files: 4_870, share: 0.93, targetOn: '2025-08-31', shelf: '档案室 5 号柜' },
  { registration: 'MARRIAGE', decade: 1970, files: 9_650, share: 0.81, targetOn: '2025-10-20', shelf: '档案室 6 号柜' },
  { registration: 'MARRIAGE', decade: 2020, files: 21_300, share: 0.18, targetOn: '2027-12-31', shelf: '登记处库房 2 排' },
  { registration: 'ADOPTION', decade: 1990, files: 312, share: 1, targetOn: '2025-03-31', shelf: '专柜一（封存）' },
  { registration: 'ADOPTION', decade: 2000, files: 468, share: 0.88, targetOn: '2025-12-31', shelf: '专柜一（封存）' },
  { registration: 'ADOPTION', decade: 2010, files: 236, share: 0.52, targetOn: '2026-06-30', shelf: '专柜二（封存）' },
  { registration: 'ADOPTION', decade: 2020, files: 74, share: 0.2, targetOn: '2026-12-31', shelf: '专柜二（封存）' },
]
const MONTHS = monthRange('2024-10', '2025-08')
const ADDED = '2024-10-09'
/** A month of one holding was entered twice, and the second taken back. */
const TWICE = { decade: 1970, month: '2025-02' }

export async function planArchives(diary: Diary, draw: Draw): Promise<void> {
  const offices = await diary.past.ask<{ id: string; registration: Registration }>(`select distinct on (r) id, r as registration from registration_office, unnest(registrations) r order by r, number`)
  for (const holding of HOLDINGS) {
    const office = offices.find(({ registration }) => registration === holding.registration)
    if (!office) throw new RangeError('no office')
    diary.planInTurn(historyOf(diary, holding, office.id, draw.of(`${holding.registration} ${holding.decade}`)))
  }
}

function historyOf({ past }: Diary, { share, ...holding }: Holding, officeId: string, draw: Draw): Planned[] {
  const keep = past.its(KeepArchive)
  let saved: Saved = { id: '', version: 0 }
  const clerk = (on: string) => past.bureau('BU_CLERK', on)
  const steps: Planned[] = [{ on: ADDED, act: async () => (saved = await keep.add(clerk(ADDED), { officeId, ...holding })) }]
  const doneBy = holding.registration === 'ADOPTION' ? '收养登记处自行扫描' : '档案数字化服务单位（演示）'
  for (const { month, digitised, checked } of monthsOf(Math.round(holding.files * share), share === 1, draw)) {
    const on = calendar.onOrAfter(`${addToMonth(month, 1)}-03`)
    const enter = async () => (saved = await keep.enter(clerk(on), saved.id, { version: saved.version, month, digitised, checked, doneBy, note: '' }))
    steps.push({ on, act: enter })
    if (holding.decade !== TWICE.decade || month !== TWICE.month) continue
    steps.push({ on, act: enter }, {
      on: calendar.addWorkingDays(on, 2),
      act: async () => {
        const [entry] = await past.ask<{ id: string }>(`select id from archive_entry where holding_id = $1 and month = $2 order by id desc limit 1`, [saved.id, month])
        saved = await keep.reverse(clerk(on), saved.id, { version: saved.version, entryId: entry?.id ?? '', reason: '当月进度重复登记，冲销一笔' })
      },
    })
  }
  return steps
}

/** What is digitised is checked a month later, most of it. */
function monthsOf(total: number, isDone: boolean, draw: Draw): { month: string; digitised: number; checked: number }[] {
  const weights = MONTHS.map(() => 0.5 + draw.part())
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let [left, unchecked] = [total, 0]
  return MONTHS.flatMap((month, at) => {
    const isLast = at === MONTHS.length - 1
    const digitised = isLast ? left : Math.min(left, Math.floor((total * (weights[at] ?? 0)) / sum))
    const checked = isLast && isDone ? unchecked + digitised : Math.floor(unchecked * 0.96)
    left -= digitised
    unchecked += digitised - checked
    return digitised + checked > 0 ? [{ month, digitised, checked }] : []
  })
}
