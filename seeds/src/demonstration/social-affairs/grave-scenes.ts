import type { GraveKind, GraveRemedy, GraveState } from '@xishan/funeral-management-contract'

/** Streets with graves on their hills: how many of a hundred, and about where. */
export const STREETS: readonly { code: string; share: number; longitude: number; latitude: number }[] = [
  { code: '530112010', share: 30, longitude: 102.548, latitude: 25.058 },
  { code: '530112009', share: 29, longitude: 102.566, latitude: 24.796 },
  { code: '530112008', share: 24, longitude: 102.612, latitude: 24.958 },
  { code: '530112002', share: 12, longitude: 102.618, latitude: 25.022 },
  { code: '530112005', share: 3, longitude: 102.692, latitude: 24.985 },
  { code: '530112006', share: 2, longitude: 102.678, latitude: 24.972 },
]
export const SPREAD = 0.016

export const KINDS: readonly (readonly [GraveKind, number])[] = [['LIVING', 34], ['OVERSIZE', 30], ['FORBIDDEN_ZONE', 24], ['CLAN', 6], ['TRADE', 6]]
export const PLACES = ['后山林地东侧', '水库北岸坡地', '旧采石场上方', '村小组果园边', '山神庙西侧坡地', '进山公路上方约 200 米', '箐口东坡', '防火通道旁'] as const

interface Words {
  seen: string
  required: string
}
export const WORDS: Readonly<Record<GraveKind, Words>> = {
  LIVING: { seen: '空墓一座，碑已立，未安葬，墓主健在', required: '自行拆除活人墓，恢复植被' },
  OVERSIZE: { seen: '墓穴和围边硬化面积约 9 平方米，明显超出标准', required: '拆除超出部分的围边和硬化地面' },
  FORBIDDEN_ZONE: { seen: '林地内新建坟墓一座，砂石水泥砌筑', required: '迁至公益性公墓或者就地深埋不留坟头' },
  CLAN: { seen: '同姓坟墓六座成片，新立宗族碑一块', required: '拆除宗族碑，不得再行安葬，逐步迁移' },
  TRADE: { seen: '向村民以外人员出让墓穴用地，已砌筑两穴', required: '停止出让，拆除已砌墓穴，恢复原状' },
}
export const RESULTS: Readonly<Record<GraveRemedy, string>> = {
  rectify: '已按通知要求拆除，地面恢复植被',
  migrate: '已迁入街道农村公益性公墓，原址平整复绿',
  plant: '墓位周围栽植柏树 12 株遮挡，不再扩大',
  enforce: '期满未整改，移交综合行政执法队处置，移送函已送达',
}

/** How far a grave came, and how many days ago. */
export interface GraveScene {
  goal: GraveState
  ago: number
  remedy?: GraveRemedy
  /** Issued, not yet served; or with more time. */
  notice?: 'UNSERVED' | 'EXTENDED'
  returned?: boolean
}

/** What is open on the first day, with lights of every colour. */
export const OPEN: readonly GraveScene[] = [
  { goal: 'FOUND', ago: 1 }, { goal: 'FOUND', ago: 4 }, { goal: 'FOUND', ago: 8 }, { goal: 'FOUND', ago: 15 },
  { goal: 'VERIFIED', ago: 2 }, { goal: 'VERIFIED', ago: 8 }, { goal: 'VERIFIED', ago: 14 },
  { goal: 'NOTICE', ago: 3, notice: 'UNSERVED' }, { goal: 'NOTICE', ago: 4 }, { goal: 'NOTICE', ago: 14 }, { goal: 'NOTICE', ago: 25 }, { goal: 'NOTICE', ago: 28 }, { goal: 'NOTICE', ago: 40 }, { goal: 'NOTICE', ago: 34, notice: 'EXTENDED' }, { goal: 'NOTICE', ago: 8, returned: true, remedy: 'plant' },
  { goal: 'RECTIFIED', ago: 3, remedy: 'rectify' }, { goal: 'RECTIFIED', ago: 13, remedy: 'rectify' }, { goal: 'MIGRATED', ago: 2, remedy: 'migrate' }, { goal: 'MIGRATED', ago: 8, remedy: 'migrate' }, { goal: 'PLANTED', ago: 5, remedy: 'plant' }, { goal: 'ENFORCED', ago: 6, remedy: 'enforce' },
]
export const UNFOUNDED = [40, 190]
export const CLOSED = 37
export const REMEDIES: readonly (readonly [GraveRemedy, number])[] = [['rectify', 36], ['migrate', 34], ['plant', 22], ['enforce', 8]]
