import { AtVersion, Fen, FlagFilter, IdentityDocument, IsoDate, PageQuery, PhoneNumber, SearchText, StepView, Uuid, codeSet, defineLifecycle, optionalText, pageOf, reasonText, requiredText, type CodeOf } from '@xishan/domain'
import { z } from 'zod'
import { PLOT_KIND } from './plot'

/** On what a plot may be sold: to nobody who only speculates (specification E1). */
export const SALE_GROUND = codeSet('购买依据', '本平台约定', [
  ['DEATH', '死亡证明（已登记）'],
  ['CREMATION', '火化证明（已登记）'],
  ['ELDER', '使用人已满规定年龄'],
  ['TERMINAL_SPOUSE', '健在配偶或危重病人'],
])
export type SaleGround = CodeOf<typeof SALE_GROUND>
export const isByCertificate = (ground: SaleGround): ground is 'DEATH' | 'CREMATION' => ground === 'DEATH' || ground === 'CREMATION'

/** The buyer, and for whom: by a certificate registered here, or a living person with the proof of the exception. */
export const SellPlot = z
  .object({
    holder: z.object({ name: requiredText('购买人姓名', 50), document: IdentityDocument.refine(({ type }) => type !== '9', { path: ['type'], message: '请填写购买人的有效证件' }), phone: PhoneNumber }),
    relation: requiredText('与使用人关系', 30),
    ground: SALE_GROUND.schema,
    certificateNumber: requiredText('死亡（火化）证明编号', 60).nullable().default(null),
    user: z.object({ name: requiredText('使用人姓名', 50), document: IdentityDocument.refine(({ type }) => type === '1', { path: ['type'], message: '请填写使用人的居民身份证' }) }).nullable().default(null),
    proof: optionalText('证明材料说明', 200),
    priceFen: Fen,
    signedOn: IsoDate,
  })
  .refine(({ ground, certificateNumber }) => isByCertificate(ground) === (certificateNumber !== null), { path: ['certificateNumber'], message: '凭死亡或火化证明购买的，请填写证明编号；其他依据不填' })
  .refine(({ ground, user }) => isByCertificate(ground) === (user === null), { path: ['user'], message: '为健在的人购买的，请填写使用人；凭证明购买的不填' })
  .refine(({ ground, proof }) => ground !== 'TERMINAL_SPOUSE' || proof.length >= 4, { path: ['proof'], message: '请写明病危证明或配偶安葬证明的名称、编号' })
export type SellPlot = z.infer<typeof SellPlot>

const plain = z.object({})
export const contractInputs = {
  sell: plain,
  remind: plain,
  expire: plain,
  renew: AtVersion.extend({ renewedOn: IsoDate, years: z.int('续期年限应为整数').min(1, '续期至少 1 年').max(50, '续期年限过长，请核对'), priceFen: Fen }),
  reclaim: AtVersion.extend({ reason: reasonText('收回理由') }),
} as const

/** The burial is recorded with it: how follows from the plot, by whom from the contract. */
export const OccupyPlot = AtVersion.extend({ occupiedOn: IsoDate, certificateNumber: requiredText('安放（葬）证编号', 60) })
export type OccupyPlot = z.infer<typeof OccupyPlot>
/** The holder was told that the term ends. */
export const NotifyHolder = AtVersion.extend({ notifiedOn: IsoDate, way: requiredText('告知方式', 60) })
export type NotifyHolder = z.infer<typeof NotifyHolder>

/** The maintenance fee is paid on from where it was paid to; the first from the day of the contract. */
export const PayFee = AtVersion.extend({ paidOn: IsoDate, until: IsoDate, amountFen: Fen.min(1, '缴费金额应大于 0'), receipt: requiredText('票据编号', 60) })
export type PayFee = z.infer<typeof PayFee>
/** Only the last entry can be wrong without another that stands on it. */
export const CancelFee = AtVersion.extend({ reason: reasonText('作废理由') })
export type CancelFee = z.infer<typeof CancelFee>

/** 墓位（格位）合同. What the calendar brings is taken by the daily job. */
export const graveContractLifecycle = defineLifecycle({
  name: 'grave-contract',
  title: '墓位合同',
  initial: 'ACTIVE',
  states: {
    ACTIVE: { label: '履行中', step: 1 },
    RENEWAL: { label: '临近到期，待续期', step: 2, heldBy: ['BU_CLERK'] },
    EXPIRED: { label: '已到期', step: 3, heldBy: ['BU_CLERK', 'BU_HEAD'] },
    ENDED: { label: '已收回', final: true },
  },
  actions: {
    sell: { label: '签订合同', from: [], to: 'ACTIVE', by: ['BU_CLERK', 'ST_CLERK'], input: contractInputs.sell },
    remind: { label: '到期提醒', from: ['ACTIVE'], to: 'RENEWAL', by: ['SERVICE'], input: contractInputs.remind },
    expire: { label: '合同到期', from: ['ACTIVE', 'RENEWAL'], to: 'EXPIRED', by: ['SERVICE'], input: contractInputs.expire },
    renew: { label: '续期', from: ['ACTIVE', 'RENEWAL', 'EXPIRED'], to: 'ACTIVE', by: ['BU_CLERK', 'ST_CLERK'], input: contractInputs.renew },
    reclaim: { label: '收回墓位', from: ['EXPIRED'], to: 'ENDED', by: ['BU_HEAD'], input: contractInputs.reclaim, adverse: true },
  },
})
export type GraveContractState = keyof typeof graveContractLifecycle.states
const STATES = Object.keys(graveContractLifecycle.states) as GraveContractState[]

export const GraveContractRow = z.object({
  id: Uuid,
  version: z.int(),
  number: z.string(),
  state: z.enum(STATES),
  holderName: z.string(),
  userName: z.string(),
  facilityName: z.string(),
  zoneName: z.string(),
  row: z.int(),
  column: z.int(),
  signedOn: IsoDate,
  expiresOn: IsoDate,
  notifiedOn: IsoDate.nullable(),
  /** Null until a payment was recorded. */
  feePaidUntil: IsoDate.nullable(),
  feeOverdue: z.boolean(),
})
export type GraveContractRow = z.infer<typeof GraveContractRow>
export const GraveContractQuery = PageQuery.extend({ q: SearchText, state: z.enum(STATES).optional(), expiresTo: IsoDate.optional(), feeOverdue: FlagFilter })
export type GraveContractQuery = z.infer<typeof GraveContractQuery>
export const GraveContractPage = pageOf(GraveContractRow)

export const GraveContractDetail = GraveContractRow.extend({
  zoneId: Uuid,
  holderMasked: z.string(),
  holderPhoneMasked: z.string(),
  relation: z.string(),
  ground: SALE_GROUND.schema,
  certificateNumber: z.string().nullable(),
  userMasked: z.string().nullable(),
  deathId: Uuid.nullable(),
  proof: z.string(),
  priceFen: Fen,
  occupiedOn: IsoDate.nullable(),
  plotKind: PLOT_KIND.schema,
  disposition: z.object({ id: Uuid, number: z.string() }).nullable(),
  notifiedWay: z.string(),
  recordedBy: z.string(),
  steps: z.array(StepView),
  actions: z.array(z.string()),
  fees: z.array(z.object({ id: Uuid, paidOn: IsoDate, from: IsoDate, until: IsoDate, amountFen: Fen, receipt: z.string(), recordedBy: z.string(), cancelledBecause: z.string() })),
  mayPayFee: z.boolean(),
  mayOccupy: z.boolean(),
  mayNotify: z.boolean(),
})
export type GraveContractDetail = z.infer<typeof GraveContractDetail>
