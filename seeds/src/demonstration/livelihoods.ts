import type { Cradle } from './families'
import type { Income, Means } from './means'

const NOTHING: Means = { incomes: [], deductions: [], deposits: [], home: null, twoWheeler: null }

/** The means of several members as those of one family: one home, one vehicle. */
export const together = (...parts: readonly Means[]): Means => ({
  incomes: parts.flatMap(({ incomes }) => incomes),
  deductions: parts.flatMap(({ deductions }) => deductions),
  deposits: parts.flatMap(({ deposits }) => deposits),
  home: parts.find(({ home }) => home)?.home ?? null,
  twoWheeler: parts.find(({ twoWheeler }) => twoWheeler)?.twoWheeler ?? null,
})

const home = ({ draw }: Cradle, of: number): Means['home'] => (draw.chance(0.62) ? { of, squareMetres: draw.middling(24, 68) } : null)
const savings = ({ draw }: Cradle, of: number, most = 9_000): Means['deposits'] => (draw.chance(0.55) ? [{ of, yuan: draw.middling(80, most) }] : [])

/** The least the state pays a resident pensioner, by year: it does not count as income until 2026 (57号 §13). */
const BASIC_PENSION: Readonly<Record<string, number>> = { '2021': 103, '2022': 108, '2023': 113, '2024': 133, '2025': 153 }

function pension({ draw, on }: Cradle, of: number): Income[] {
  const basic = BASIC_PENSION[on.slice(0, 4)] ?? 103
  return [
    { of, kind: 'CENTRAL_BASIC_PENSION', yuan: basic, description: '城乡居民基本养老保险中央基础养老金' },
    { of, kind: 'RETIREMENT_PENSION', yuan: draw.middling(18, 150), description: '城乡居民基本养老保险个人账户及地方补贴部分' },
  ]
}

/** What grown children pay: agreed, or worked out from what they earn. */
function support({ draw }: Cradle, of: number): Income[] {
  if (draw.chance(0.18)) {
    const supporter = { name: '子女（演示）', householdMonthlyFen: draw.int(40, 62) * 10_000, householdSize: 3, supported: 2 }
    return [{ of, kind: 'SUPPORT', yuan: 0, supportBasis: 'FORMULA', supporter, description: '按公式推算的赡养费' }]
  }
  return [{ of, kind: 'SUPPORT', yuan: draw.middling(5, 34) * 10, supportBasis: 'AGREED', description: '子女协议赡养费' }]
}

export function elderMeans(cradle: Cradle, of: number, age: number): Means {
  const { draw, rural } = cradle
  const land: Income[] = rural && draw.chance(0.5) ? [{ of, kind: 'OTHER_TRANSFER', yuan: draw.int(3, 12) * 10, description: '土地流转收益' }] : []
  const crops: Income[] = rural && draw.chance(0.3) ? [{ of, kind: 'BUSINESS', yuan: draw.int(6, 22) * 10, description: '种植、养殖净收入' }] : []
  const allowance: Income[] = age >= 80 ? [{ of, kind: 'OLD_AGE_ALLOWANCE', yuan: 50, description: '高龄津贴' }] : []
  return {
    ...NOTHING,
    incomes: [...(age >= 60 ? pension(cradle, of) : []), ...(draw.chance(0.38) ? support(cradle, of) : []), ...land, ...crops, ...allowance],
    deposits: savings(cradle, of),
    home: home(cradle, of),
  }
}

interface Adult {
  works: boolean
  disabled?: boolean
  ill?: boolean
  /** People who live on what this one earns: there is more to earn for. */
  dependants?: number
}

export function adultMeans(cradle: Cradle, of: number, { works, disabled = false, ill = false, dependants = 0 }: Adult): Means {
  const { draw, rural } = cradle
  const wages = draw.middling(14, 42 + dependants * 30) * 10 + dependants * 120
  const earned: Income[] = works ? [{ of, kind: rural && draw.chance(0.5) ? 'BUSINESS' : 'WAGES', yuan: wages, uneven: true, description: rural ? '务农、打零工' : '打零工、保洁等不固定收入' }] : []
  const subsidy: Income[] = disabled && draw.chance(0.8) ? [{ of, kind: 'DISABILITY_SUBSIDY', yuan: draw.pick([70, 80]), description: '残疾人两项补贴' }] : []
  const helped: Income[] = !works && draw.chance(0.36) ? [{ of, kind: 'SUPPORT', yuan: draw.middling(6, 36) * 10, supportBasis: 'AGREED', description: '近亲属协议扶养费' }] : []
  const lapsed: Income[] = works && draw.chance(0.06) ? [{ of, kind: 'SOCIAL_ASSISTANCE', yuan: 60, description: '临时救助金（月均）' }] : []
  return {
    ...NOTHING,
    incomes: [...earned, ...subsidy, ...helped, ...lapsed],
    deductions: [
      ...(works && draw.chance(0.6) ? [{ of, kind: 'EMPLOYMENT_COST' as const, yuan: draw.int(4, 18) * 10, description: '交通、用餐等必要就业成本' }] : []),
      ...(ill && draw.chance(0.7) ? [{ of, kind: 'ILLNESS_OR_DISABILITY' as const, yuan: draw.int(6, 48) * 10, description: '门诊和购药自付费用' }] : []),
    ],
    deposits: savings(cradle, of, 6_000),
    home: home(cradle, of),
    twoWheeler: works && draw.chance(0.3) ? { of, year: draw.int(2012, 2021) } : null,
  }
}

/** Parents who are not paid for: small pensions or odd jobs, enough for themselves. */
export function couplesMeans(cradle: Cradle, members: readonly number[]): Means {
  const { draw } = cradle
  return {
    ...NOTHING,
    incomes: members.map((of) => ({ of, kind: 'RETIREMENT_PENSION' as const, yuan: draw.middling(90, 260) * 10, description: '企业职工基本养老金' })),
    deposits: members.flatMap((of) => savings(cradle, of, 14_000)),
    home: { of: members[0] ?? 0, squareMetres: draw.middling(38, 82) },
  }
}

/** A child brings in nothing, at times a parent's maintenance by judgment, or a scholarship that does not count. */
export function childMeans({ draw }: Cradle, of: number): Means {
  const maintenance: Income[] = draw.chance(0.34) ? [{ of, kind: 'SUPPORT', yuan: draw.middling(20, 60) * 10, supportBasis: 'JUDGED', description: '离异一方抚养费（法院调解）' }] : []
  return { ...NOTHING, incomes: draw.chance(0.08) ? [...maintenance, { of, kind: 'SCHOLARSHIP', yuan: 80, description: '助学金、奖学金' }] : maintenance }
}
