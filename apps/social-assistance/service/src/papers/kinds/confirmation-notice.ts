import { RELATION, capitalAmount, label } from '@xishan/domain'
import { CATEGORY, SUPPLEMENT_LABELS } from '@xishan/social-assistance-contract'
import { day, decider, letter, reasons, yuan, type PaperCase, type PaperMaker } from '../paper-case'

function covered({ page, members }: PaperCase): string[][] {
  const standings = page.assessment?.perMember.filter((standing) => standing.covered) ?? []
  return standings.map(({ memberId, supplementFen, supplementGround }, index) => {
    const member = members.find(({ id }) => id === memberId)
    const supplement = supplementGround ? `${SUPPLEMENT_LABELS[supplementGround]}，每月增发 ${yuan(supplementFen)}` : '—'
    return [String(index + 1), member?.name ?? '', member ? label(RELATION, member.relation) : '', supplement]
  })
}

const month = (text: string | null | undefined): string => (text ? `${Number(text.slice(0, 4))}年${Number(text.slice(5, 7))}月` : '')

/** Rules that the amount came from. */
const OF_THE_AMOUNT: readonly string[] = ['income.per-capita', 'eligibility.income', 'single.own-income', 'supplement.member', 'amount.gap', 'amount.tier', 'amount.payable']

/** 确认通知书: since when, for whom and how much, and what the family owes in turn. */
export const confirmationNotice: PaperMaker = (of) => {
  const { decision, account, assessment } = of.page
  const amountFen = decision?.amountFen ?? 0
  return letter(
    of,
    '最低生活保障确认通知书',
    [
      { kind: 'paragraph', text: `你于${day(of.page.submittedOn)}提出的最低生活保障申请，经审核符合条件，决定自${month(decision?.fromMonth)}起给予最低生活保障。` },
      {
        kind: 'fields',
        fields: [
          { label: '保障人数', value: assessment ? `${assessment.coveredMembers} 人` : '' },
          { label: '保障类别', value: decision?.category ? label(CATEGORY, decision.category) : '' },
          { label: '每月金额', value: `${yuan(amountFen)}（大写：${capitalAmount(amountFen)}）`, wide: true },
          { label: '发放账户', value: account ? `${account.bank}，户名${account.holder}，尾号 ${account.lastFour}` : '', wide: true },
        ],
      },
      {
        kind: 'table',
        columns: [{ title: '序号', width: 10 }, { title: '姓名', width: 22 }, { title: '与户主关系', width: 22 }, { title: '分类施保', width: 46 }],
        rows: covered(of),
      },
      {
        kind: 'paragraph',
        text: `保障金按月通过金融机构发放。家庭人口、收入、财产状况发生变化的，应当及时告知街道办事处；${decider(of) === of.bureau ? '我局' : '我办'}将定期复核，并根据复核情况增发、减发或者停发保障金。`,
      },
    ],
    { issuer: decider(of), date: decision?.decidedOn ?? null },
    reasons(of, '附：金额核算依据', ({ rule }) => OF_THE_AMOUNT.includes(rule)),
  )
}
