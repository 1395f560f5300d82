import { codeSet, type CodeOf, type ParameterVersion } from '@xishan/domain'

/** How ashes or a body came to rest (specification E2). */
export const DISPOSITION_KIND = codeSet('安放方式', '规划三（三）3', [
  ['STORAGE', '骨灰存放（立体）'],
  ['TREE', '树葬'],
  ['FLOWER', '花葬'],
  ['LAWN', '草坪葬'],
  ['SMALL_PLOT', '节地型墓位'],
  ['DEEP', '遗体深埋不留坟头'],
  ['SCATTER', '骨灰撒散'],
  ['PLOT', '传统墓位'],
  ['TEMPORARY', '临时寄存'],
])
export type DispositionKind = CodeOf<typeof DISPOSITION_KIND>

/** 临时寄存 is no burial (specification E4): everything else is, and counts in indicator 18. */
export const BURIALS: readonly DispositionKind[] = DISPOSITION_KIND.codes.filter((kind) => kind !== 'TEMPORARY')

export interface EcoKind {
  kind: DispositionKind
  /** By the date of disposition. */
  effectiveFrom: string
  /** Exclusive; null until further notice. */
  effectiveTo: string | null
  sourceMark: ParameterVersion['sourceMark']
  source: string
}

const ofPlan = (kind: DispositionKind): EcoKind => ({ kind, effectiveFrom: '2021-01-01', effectiveTo: null, sourceMark: 'seed', source: '规划三（三）3' })

/** Which kinds save land, and since when they count as such. */
export const ECO_KINDS: readonly EcoKind[] = [
  ofPlan('STORAGE'),
  ofPlan('TREE'),
  ofPlan('FLOWER'),
  ofPlan('LAWN'),
  ofPlan('SMALL_PLOT'),
  ofPlan('DEEP'),
  { kind: 'SCATTER', effectiveFrom: '2021-01-01', effectiveTo: null, sourceMark: 'assumption', source: '规划未列明，暂按节地生态安葬计（待科室确认）' },
]

export const countsAsEco = (kind: DispositionKind, on: string): boolean =>
  ECO_KINDS.some((eco) => eco.kind === kind && eco.effectiveFrom <= on && (eco.effectiveTo === null || on < eco.effectiveTo))

export const REMAINS = codeSet('安放对象', '本平台约定', [
  ['ASHES', '骨灰'],
  ['BODY', '遗体'],
])
export type Remains = CodeOf<typeof REMAINS>

/** What a kind takes; where both are possible one has to say. */
export const REMAINS_OF: Readonly<Record<DispositionKind, readonly Remains[]>> = {
  STORAGE: ['ASHES'],
  TREE: ['ASHES'],
  FLOWER: ['ASHES'],
  LAWN: ['ASHES'],
  SMALL_PLOT: ['ASHES', 'BODY'],
  DEEP: ['BODY'],
  SCATTER: ['ASHES'],
  PLOT: ['ASHES', 'BODY'],
  TEMPORARY: ['ASHES'],
}
