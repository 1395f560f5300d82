import type { FacilityKind, PriceLineInput } from '@xishan/funeral-management-contract'
import { DecidePriceSheet, ProposePrices } from '@xishan/funeral-management-service'
import { calendar } from '@xishan/service-kit'
import type { Diary } from './diary'
import { ADDED, CHANGES, ITEMS, OPEN, changed } from './price-items'

interface Priced {
  id: string
  kind: FacilityKind
}

interface Sheet {
  facilityId: string
  on: string
  effectiveFrom: string
  publishedOn?: string
  document: string
  reason: string
  lines: PriceLineInput[]
  /** What becomes of it: posted by default. */
  goal?: 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN'
}

/** The prices of every facility: those of before, those that replaced them, and what is proposed. */
export async function planPrices(diary: Diary): Promise<void> {
  const facilities = await diary.past.ask<Priced>(`select id, kind from facility order by number`)
  for (const { id: facilityId, kind } of facilities) {
    planSheet(diary, {
      facilityId, on: '2024-10-08', effectiveFrom: '2024-01-01', publishedOn: '2023-12-25', document: '演示·西发改价〔2023〕31号（价格为虚构）', reason: '现行价目录入平台', lines: ITEMS[kind].map((item) => ({ ...item, isEnd: false })),
    })
    planSheet(diary, {
      facilityId, on: '2025-03-03', effectiveFrom: '2025-04-01', document: '演示·西发改价〔2025〕6号（价格为虚构）', reason: '按成本监审结果调整', lines: [...CHANGES[kind].map((change) => changed(kind, change)), ...(ADDED[kind] ?? []).map((item) => ({ ...item, isEnd: false }))],
    })
  }
  const of = (kind: FacilityKind, nth: number) => facilities.filter((each) => each.kind === kind)[nth]?.id ?? ''
  const open = ({ kind, code, yuan }: (typeof OPEN)[keyof typeof OPEN], facilityId: string, more: Omit<Sheet, 'facilityId' | 'lines'>) => planSheet(diary, { facilityId, lines: [changed(kind, { code, yuan })], ...more })
  open(OPEN.rejected, of('CEMETERY', 1), { on: '2025-06-09', effectiveFrom: '2025-08-01', document: '长坡公墓服务有限公司价格调整申请（演示）', reason: '刻字工费上涨', goal: 'REJECTED' })
  open(OPEN.withdrawn, of('COLUMBARIUM', 1), { on: '2025-07-07', effectiveFrom: '2025-09-01', document: '海口街道殡葬服务所价格调整申请（演示）', reason: '祭奠室改造', goal: 'WITHDRAWN' })
  open(OPEN.approved, of('CEMETERY', 0), { on: '2025-09-15', effectiveFrom: '2025-11-01', document: '碧鸡陵园管理有限公司降价备案（演示）', reason: '让利群众', goal: 'APPROVED' })
  open(OPEN.proposed, of('HALL', 0), { on: '2025-09-26', effectiveFrom: '2025-12-01', document: '滇池西殡仪服务中心调价申请（演示）', reason: '降低守灵室租用价格', goal: 'PROPOSED' })
}

function planSheet(diary: Diary, { goal, on, publishedOn, ...sheet }: Sheet): void {
  const { past } = diary
  const decide = past.its(DecidePriceSheet)
  const decided = calendar.addWorkingDays(on, 3)
  const posted = calendar.addWorkingDays(decided, 3)
  diary.plan(on, async () => {
    const { id, version } = await past.its(ProposePrices).execute(past.bureau('BU_CLERK', on), sheet)
    if (goal === 'PROPOSED') return
    const head = past.bureau('BU_HEAD', decided)
    diary.plan(decided, async () => {
      if (goal === 'REJECTED') return decide.reject(head, id, { version, reason: '调价幅度过大，未附成本资料，不同意' })
      if (goal === 'WITHDRAWN') return decide.withdraw(past.bureau('BU_CLERK', decided), id, { version, reason: '服务所暂不调价，申请撤回' })
      const approved = await decide.approve(head, id, { version, opinion: '与定价文件一致，同意' })
      if (goal !== 'APPROVED') diary.plan(posted, () => decide.publish(past.bureau('BU_CLERK', posted), id, { version: approved.version, publishedOn: publishedOn ?? posted, place: '服务大厅价目公示栏、区政府门户网站' }))
    })
  })
}
