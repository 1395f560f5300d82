import type { ChangeGround, ChangeKind } from './code-sets'

interface GroundOf {
  kinds: readonly ChangeKind[]
  /** What it stands on; null where no article names it. */
  article: string | null
}

/** What each ground may lead to, and by which article. */
export const GROUNDS: Readonly<Record<ChangeGround, GroundOf>> = {
  INCOME: { kinds: ['RECOMPUTE', 'STOP'], article: '民发〔2021〕57号第三十二条' },
  PROPERTY: { kinds: ['RECOMPUTE', 'STOP'], article: '民发〔2021〕57号第三十二条' },
  MEMBERS: { kinds: ['RECOMPUTE'], article: '民发〔2021〕57号第三十二条' },
  PERIODIC: { kinds: ['RECOMPUTE'], article: '民发〔2021〕57号第三十一条' },
  DEATH: { kinds: ['RECOMPUTE', 'HOLD', 'STOP', 'ACCOUNT', 'HEAD'], article: '民发〔2022〕83号' },
  JOB_FOUND: { kinds: ['RECOMPUTE', 'GRADUAL_EXIT'], article: '民发〔2022〕83号' },
  REFUSED_JOBS: { kinds: ['RECOMPUTE', 'STOP'], article: '民发〔2021〕57号第三十四条' },
  NOT_COOPERATING: { kinds: ['HOLD', 'STOP'], article: '民发〔2021〕57号第三十二条' },
  FRAUD: { kinds: ['HOLD', 'STOP'], article: '《社会救助暂行办法》第六十八条' },
  MOVED_OUT: { kinds: ['STOP'], article: '民发〔2021〕57号第三十二条' },
  OTHER_SCHEME: { kinds: ['STOP'], article: '民发〔2021〕57号第三十二条' },
  VOLUNTARY: { kinds: ['STOP', 'GRADUAL_EXIT'], article: '民发〔2021〕57号第三十二条' },
  DOUBTFUL: { kinds: ['HOLD'], article: null },
  CLEARED: { kinds: ['RESUME'], article: null },
  CARD: { kinds: ['ACCOUNT', 'HOLD'], article: null },
  HEAD: { kinds: ['HEAD'], article: null },
  OTHER: { kinds: ['RECOMPUTE', 'HOLD', 'RESUME', 'STOP', 'ACCOUNT', 'HEAD'], article: null },
}

export const groundsFor = (kind: ChangeKind): ChangeGround[] => (Object.keys(GROUNDS) as ChangeGround[]).filter((ground) => GROUNDS[ground].kinds.includes(kind))
