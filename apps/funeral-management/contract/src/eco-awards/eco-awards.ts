import { IdParams, Saved, Uuid, actionPermissions, actionRoute, attachmentFields, attachmentView, type ContractPart } from '@xishan/domain'
import { AWARD_PAPER, SubmitAward, awardInputs } from './award-input'
import { AwardListDetail, AwardListPage, AwardListQuery, MakeAwardList, PayableAwards, awardListInputs, awardListLifecycle } from './award-list'
import { AwardBasis, AwardDetail, AwardPage, AwardQuery } from './award-views'
import { awardLifecycle } from './lifecycle'

const takes = actionRoute('ecoAward', awardLifecycle, '/eco-awards/:id', awardInputs)
const lists = actionRoute('awardList', awardListLifecycle, '/award-lists/:id', awardListInputs)
/** What a payment list does to its awards is permitted with the list. */
const { 'ecoAward.list': _list, 'ecoAward.unlist': _unlist, 'ecoAward.hold': _hold, 'ecoAward.pay': _pay, 'ecoAward.fail': _fail, ...permitted } = actionPermissions('ecoAward', awardLifecycle)

const BUREAU = ['BU_CLERK', 'BU_HEAD', 'BU_APPROVER', 'DIRECTOR', 'FINANCE', 'DISCIPLINE'] as const
const READERS = ['ST_CLERK', 'ST_REVIEWER', 'ST_LEADER', ...BUREAU] as const

export const ecoAwards = {
  permissions: {
    ...permitted,
    ...actionPermissions('awardList', awardListLifecycle),
    viewAwards: READERS,
    addAwardPapers: ['ST_CLERK', 'BU_CLERK', 'FINANCE'],
    viewAwardPapers: READERS,
    viewAwardLists: BUREAU,
    downloadAwardFile: ['FINANCE'],
  },
  problems: {
    'award-known': { status: 409, title: '该逝者已有奖补', detail: '该逝者的节地生态安葬奖补已有办件（{number}），一位逝者只奖补一次，请打开该件办理。' },
    'award-disposition-state': { status: 409, title: '安放记录不在有效状态', detail: '安放记录 {number} 当前为“{state}”，不能申请奖补。请核对该逝者现存的安放记录。' },
    'award-death-revoked': { status: 409, title: '死亡登记已撤销', detail: '该逝者的死亡登记（{number}）当前为“{state}”，不能申请奖补。请先核实死亡登记。' },
    'award-not-eco': { status: 422, title: '不属于节地生态安葬', detail: '“{kind}”不属于节地生态安葬，不予奖补。安放方式登记有误的，请先对安放记录提出更正。' },
    'award-no-standard': { status: 422, title: '该安放方式没有奖补标准', detail: '“{kind}”在 {day} 没有奖补标准，暂不能申请。标准由区局在“标准与参数”中设定。' },
    'award-too-late': { status: 422, title: '已过申请期限', detail: '安放日期 {day}，应在 {until} 前（含当日）申请，现已逾期，不能受理。安放日期登记有误的，请先提出更正。' },
    'award-applicant-is-deceased': { status: 422, title: '申请人有误', detail: '申请人的证件号码与逝者相同，请填写办理安葬的家属。' },
    'award-payee-dead': { status: 409, title: '收款人已登记死亡', detail: '收款人{name}已于 {day} 登记死亡，不能发放，请由其他家属收款（变更收款人）。' },
    'award-payee-alive': { status: 409, title: '不能变更收款人', detail: '收款人{name}没有死亡登记。账户有误的，请办理“更正账户”。' },
    'award-account-unchanged': { status: 422, title: '账户没有变化', detail: '填写的账户与现有账户相同，请核对；银行确认原账户可以再次发放的，请不填新账户。' },
    'award-basis-changed': { status: 409, title: '奖补依据已变化', detail: '{fault}，不能继续办理。请核对安放记录和死亡登记：确认前的退回补正或撤回，确认后的由科长终止或核对后维持。' },
    'award-basis-stands': { status: 409, title: '奖补依据没有变化', detail: '安放记录和死亡登记没有变化，不需要办理“{action}”。' },
    'award-amount-differs': { status: 409, title: '应奖补金额已变化', detail: '按更正后的安放记录应奖补 {due} 元，与本件 {amount} 元不同，不能维持。请终止本件，由家属重新申请。' },
    'award-nothing-to-claim': { status: 409, title: '没有应追回的金额', detail: '按现有安放记录应奖补 {due} 元，不少于已发放的 {amount} 元，不需要追回。' },
    'award-repayment-too-much': { status: 422, title: '退款金额有误', detail: '应追回 {owed} 元，还应退 {rest} 元，本次登记不能超过此数，请核对收据。' },
    'award-receipt-booked': { status: 409, title: '收据已登记', detail: '收据（凭证）{receipt} 已登记在本件，不能重复登记。' },
    'award-not-settled': { status: 409, title: '尚未退清', detail: '应追回 {owed} 元，已退 {repaid} 元，还差 {rest} 元，退清后再办理结清。' },
    'award-date': { status: 422, title: '日期有误', detail: '日期应在 {from} 至 {to} 之间，请改正。' },
    'award-not-payable': { status: 409, title: '有不能发放的奖补', detail: '{number}：{reason}。请移出后再办理；已提交的批次由审核人退回制表。' },
    'award-list-empty': { status: 409, title: '批次没有明细', detail: '本批次没有可发放的明细，不能办理。请作废本批次，重新制表。' },
    'award-list-changed': { status: 409, title: '批次内容与提交时不符', detail: '提交时 {count} 笔 {total} 元，现为 {countNow} 笔 {totalNow} 元，不能批准，请退回制表核对。' },
    'award-line-unknown': { status: 422, title: '明细不在本批次', detail: '所选明细不在本批次，请刷新后重新选择。' },
    'award-line-booked': { status: 409, title: '结果已登记', detail: '第 {seq} 笔已登记为“{state}”，不能重复登记。' },
    'award-list-open': { status: 409, title: '还有明细没有结果', detail: '还有 {count} 笔没有登记发放结果，全部登记后再对账关闭。' },
    'award-list-differs': { status: 409, title: '对账不符', detail: '银行实际支付 {bank} 元，登记发放成功 {paid} 元，相差 {difference} 元，请逐笔核对后再关闭。' },
    'award-file-altered': { status: 409, title: '发放文件校验不符', detail: '发放明细与生成文件时的摘要不符，已停止下载，请联系管理员核查。' },
    'award-file-missing': { status: 409, title: '发放文件尚未生成', detail: '批次批准并生成发放文件后才能下载，请先办理“生成发放文件”。' },
  },
  routes: {
    findAwards: { method: 'GET', path: '/eco-awards', summary: '生态安葬奖补列表', may: 'viewAwards', query: AwardQuery, answer: AwardPage },
    getAward: { method: 'GET', path: '/eco-awards/:id', summary: '生态安葬奖补', may: 'viewAwards', params: IdParams, answer: AwardDetail },
    getAwardBasis: { method: 'GET', path: '/dispositions/:id/award', summary: '安放记录的奖补依据', may: 'viewAwards', params: IdParams, answer: AwardBasis },
    submitAward: { method: 'POST', path: '/eco-awards', summary: '申请奖补', may: 'ecoAward.submit', body: SubmitAward, answer: Saved },
    checkAward: takes('check'),
    returnAward: takes('return'),
    correctAward: takes('correct'),
    withdrawAward: takes('withdraw'),
    confirmAward: takes('confirm'),
    refuseAward: takes('refuse'),
    changeAwardAccount: takes('changeAccount'),
    changeAwardPayee: takes('changePayee'),
    upholdAward: takes('uphold'),
    upholdPaidAward: takes('upholdPaid'),
    stopAward: takes('stop'),
    claimAward: takes('claim'),
    repayAward: takes('repay'),
    settleAward: takes('settle'),
    addAwardPaper: { method: 'POST', path: '/eco-awards/:id/attachments', summary: '上传材料', may: 'addAwardPapers', params: IdParams, upload: true, body: attachmentFields(AWARD_PAPER), answer: attachmentView(AWARD_PAPER) },
    showAwardPaper: { method: 'GET', path: '/eco-awards/:id/attachments/:attachmentId', summary: '查看材料', may: 'viewAwardPapers', params: IdParams.extend({ attachmentId: Uuid }), answer: 'file' },

    findPayableAwards: { method: 'GET', path: '/payable-awards', summary: '待发放的奖补', may: 'awardList.make', answer: PayableAwards },
    findAwardLists: { method: 'GET', path: '/award-lists', summary: '奖补发放批次', may: 'viewAwardLists', query: AwardListQuery, answer: AwardListPage },
    getAwardList: { method: 'GET', path: '/award-lists/:id', summary: '奖补发放批次详情', may: 'viewAwardLists', params: IdParams, answer: AwardListDetail },
    makeAwardList: { method: 'POST', path: '/award-lists', summary: '新建发放批次', may: 'awardList.make', body: MakeAwardList, answer: Saved },
    takeOutOfAwardList: lists('takeOut'),
    submitAwardList: lists('submit'),
    reviewAwardList: lists('review'),
    approveAwardList: lists('approve'),
    sendAwardListBack: lists('sendBack'),
    cancelAwardList: lists('cancel'),
    exportAwardFile: lists('exportFile'),
    downloadAwardFile: { method: 'GET', path: '/award-lists/:id/file', summary: '下载发放文件', may: 'downloadAwardFile', params: IdParams, answer: 'file' },
    bookAwardOutcomes: lists('book'),
    closeAwardList: lists('close'),
  },
} as const satisfies ContractPart
