import { RELATION, label } from '@xishan/domain'
import { CHECK_SOURCE } from '@xishan/social-assistance-contract'
import type { PaperCase, PaperMaker } from '../paper-case'

function signatories({ page, members, documentNumber }: PaperCase): string[][] {
  if (members.length > 0) return members.map((member) => [member.name, label(RELATION, member.relation), member.documentNumber, '', ''])
  const others = Array.from({ length: Math.max(page.members - 1, 0) }, () => ['', '', '', '', ''])
  return [[page.applicantName, '申请人', documentNumber, '', ''], ...others]
}

/** 家庭经济状况核对授权书 (57号 §9; 社会救助暂行办法 §58): signed by hand, scanned and filed before the check is asked for. */
export const checkAuthorisation: PaperMaker = (of) => ({
  ...of.mark,
  title: '家庭经济状况核对授权书',
  number: of.page.number,
  sections: [
    {
      kind: 'paragraph',
      text: `因申请最低生活保障，本人及共同生活的家庭成员授权${of.bureau}、${of.street}及其委托的居民家庭经济状况核对机构，依法向有关部门和机构查询、核对下列人员的家庭经济状况信息，包括：${CHECK_SOURCE.codes.map((code) => label(CHECK_SOURCE, code)).join('、')}等。`,
    },
    { kind: 'paragraph', text: '查询、核对所得信息仅用于最低生活保障的审核确认和保障期间的复核。授权人承诺申报的情况真实、完整，愿意配合调查核实，并承担因隐瞒、虚报产生的责任。' },
    {
      kind: 'table',
      columns: [
        { title: '姓名', width: 16 },
        { title: '与户主关系', width: 16 },
        { title: '证件号码', width: 30 },
        { title: '签名（按指印）', width: 22 },
        { title: '日期', width: 16 },
      ],
      rows: signatories(of),
    },
    { kind: 'paragraph', style: 'note', text: '说明：全部成年家庭成员均须签名；未成年人和无民事行为能力人由监护人代签，并注明“某某代”。依据：《最低生活保障审核确认办法》（民发〔2021〕57号）、《社会救助暂行办法》。' },
    { kind: 'closing', issuer: '申请人（签名）：　　　　　　　' },
  ],
})
