import { formatYuan } from '@xishan/domain'
import { day, type PaperMaker } from '../paper-case'

/** 公示单, to hang in the community for its period (57号 §19, §24): name, members, amount, and nothing that is not needed. */
export const postingSheet: PaperMaker = (of) => {
  const posting = of.page.postings.at(-1)
  const members = of.page.assessment?.coveredMembers ?? of.page.members
  return {
    ...of.mark,
    title: '最低生活保障审核公示',
    number: `办件编号：${of.page.number}`,
    format: 'letter',
    sections: [
      {
        kind: 'paragraph',
        text: `根据《最低生活保障审核确认办法》（民发〔2021〕57号）的规定，经调查核实和初审，现将拟${posting?.recommend === false ? '不予' : ''}确认的最低生活保障申请予以公示。公示期自${day(posting?.startsOn)}至${day(posting?.endsOn)}。`,
      },
      {
        kind: 'table',
        columns: [
          { title: '申请人', width: 20 },
          { title: '所在社区', width: 26 },
          { title: '家庭人口', width: 16 },
          { title: '拟办意见', width: 20 },
          { title: '月保障金额（元）', width: 22, align: 'right' },
        ],
        rows: posting
          ? [[of.page.applicantName, of.page.communityName, `${posting.recommend ? members : of.page.members} 人`, posting.recommend ? '拟予确认' : '拟不予确认', posting.recommend ? formatYuan(posting.amountFen) : '—']]
          : [],
      },
      { kind: 'paragraph', text: '对公示内容有异议的，请在公示期内向我办反映。具名反映的，我办将逐一核查并答复。' },
      { kind: 'paragraph', text: '受理地点：　　　　　　　　　　　联系电话：' },
      { kind: 'closing', issuer: of.street, ...(posting ? { date: posting.startsOn } : {}) },
    ],
  }
}
