import { label, yuanInWords } from '@xishan/domain'
import { CATEGORY, findRuleText, type ApplicationDetail, type Assessment } from '@xishan/social-assistance-contract'

type Subject = Pick<ApplicationDetail, 'applicantName' | 'entry' | 'singleMemberId' | 'memberList'>

/** An opinion to begin with, made of what the rules found; the reviewer reads and changes it. */
export function draftedOpinion(subject: Subject, assessment: Assessment, recommend: boolean): string {
  return recommend ? inFavour(subject, assessment) : against(subject, assessment)
}

function inFavour(subject: Subject, assessment: Assessment): string {
  const { amountFen, category, countedMembers, coveredMembers, perCapitaFen, standardFen } = assessment
  const standard = `当地最低生活保障标准 ${yuanInWords(standardFen)}`
  const perCapita = perCapitaFen === null ? '' : `，家庭人均月收入 ${yuanInWords(perCapitaFen)}`
  const found =
    subject.entry === 'SINGLE'
      ? `${singleName(subject)}符合单独提出申请的情形，本人月收入低于${standard}`
      : `${subject.applicantName}家庭共同生活成员 ${countedMembers} 人${perCapita}，低于${standard}`
  const proposed = `保障 ${coveredMembers} 人，${category ? `类别为${label(CATEGORY, category)}，` : ''}每月 ${yuanInWords(amountFen)}`
  return `经调查核对，${found}，家庭财产状况符合规定。拟予确认，${proposed}。`
}

function against({ applicantName }: Subject, { trace }: Assessment): string {
  const titles = trace.steps.filter(({ result }) => result === 'fail').map(({ rule, version }) => findRuleText(rule, version)?.title ?? rule)
  const failed = [...new Set(titles)]
  const grounds = failed.length > 0 ? `不符合以下条件：${failed.join('、')}` : '不符合规定条件：（请写明具体情况）'
  return `经调查核对，${applicantName}家庭${grounds}。拟不予确认。`
}

const singleName = ({ applicantName, memberList, singleMemberId }: Subject): string => memberList.find(({ id }) => id === singleMemberId)?.name ?? applicantName
