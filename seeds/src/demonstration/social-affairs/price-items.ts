import type { FacilityKind, PriceLineInput } from '@xishan/funeral-management-contract'

type Item = Omit<PriceLineInput, 'isEnd' | 'priceFen'> & { priceFen: number }

const basic = (code: string, name: string, unit: string, freeItem: Item['freeItem'], yuan: number): Item => ({ code, name, unit, serviceClass: 'BASIC', freeItem, priceFen: yuan * 100 })
const selected = (code: string, name: string, unit: string, yuan: number): Item => ({ code, name, unit, serviceClass: 'SELECTED', freeItem: null, priceFen: yuan * 100 })

/** What a kind of facility charges for since before the platform; the prices are made up. */
export const ITEMS: Readonly<Record<FacilityKind, readonly Item[]>> = {
  HALL: [
    basic('JB01', '遗体接运（区内）', '次', 'COLLECTION', 280), basic('JB02', '遗体存放（冷藏）', '天', 'STORAGE', 80), basic('JB03', '遗体火化（普通炉）', '具', 'CREMATION', 420), basic('JB04', '骨灰寄存', '月', 'KEEPING', 20),
    selected('XZ01', '告别厅租用（中厅）', '次', 600), selected('XZ02', '遗体整容', '具', 300), selected('XZ03', '骨灰盒（普通型）', '个', 380), selected('XZ04', '花圈租用', '个', 60), selected('XZ05', '守灵室租用', '天', 400),
  ],
  COLUMBARIUM: [basic('GH01', '骨灰寄存（格位）', '月', 'KEEPING', 15), selected('GH02', '安放仪式服务', '次', 200), selected('GH03', '祭奠室租用', '次', 50)],
  CEMETERY: [selected('GM01', '安葬服务', '次', 800), selected('GM02', '墓碑刻字', '字', 8), selected('GM03', '墓位维护', '年', 120), selected('GM04', '生态葬安葬服务', '次', 300)],
  RURAL: [selected('NG01', '安葬服务', '次', 300), selected('NG02', '墓位维护', '年', 60)],
}

/** What changed with the second version: new prices, one item that is no longer charged, and a new one. */
export const CHANGES: Readonly<Record<FacilityKind, readonly { code: string; yuan: number | null }[]>> = {
  HALL: [{ code: 'JB01', yuan: 300 }, { code: 'JB03', yuan: 460 }, { code: 'XZ03', yuan: 360 }, { code: 'XZ04', yuan: null }],
  COLUMBARIUM: [{ code: 'GH01', yuan: 18 }, { code: 'GH02', yuan: 180 }],
  CEMETERY: [{ code: 'GM01', yuan: 760 }, { code: 'GM04', yuan: 260 }],
  RURAL: [{ code: 'NG01', yuan: 280 }],
}
export const ADDED: Readonly<Partial<Record<FacilityKind, readonly Item[]>>> = { HALL: [selected('XZ06', '鲜花花篮', '个', 120)] }

/** Changes that are not in force yet, or never will be. */
export const OPEN = {
  proposed: { kind: 'HALL', code: 'XZ05', yuan: 360 },
  approved: { kind: 'CEMETERY', code: 'GM03', yuan: 100 },
  rejected: { kind: 'CEMETERY', code: 'GM02', yuan: 15 },
  withdrawn: { kind: 'COLUMBARIUM', code: 'GH03', yuan: 60 },
} as const

export function changed(kind: FacilityKind, { code, yuan }: { code: string; yuan: number | null }): PriceLineInput {
  const item = [...ITEMS[kind], ...(ADDED[kind] ?? [])].find((each) => each.code === code)
  if (!item) throw new RangeError(`no item ${code}`)
  return { ...item, priceFen: yuan === null ? null : yuan * 100, isEnd: yuan === null }
}
