import { label } from '@xishan/domain'
import type { Section } from '@xishan/service-kit'
import { ATTACHMENT_KIND, REFUSAL_GROUND } from '@xishan/social-assistance-contract'
import { day, decider, lastStep, letter, reasons, type PaperCase, type PaperMaker } from '../paper-case'

const LAW = '《最低生活保障审核确认办法》（民发〔2021〕57号）'
const said = (text: string): Section => ({ kind: 'paragraph', text })

/** `你于2025年9月30日提出的最低生活保障申请` */
const application = ({ page }: PaperCase): string => `你${page.agent ? `（由${page.agent.name}代办）` : ''}于${day(page.submittedOn)}提出的最低生活保障申请`

/** What may be done against the decision; the periods are parameters, as they were on its day. */
const remedies = ({ page }: PaperCase): Section[] => (page.decision?.remedy ? [said(page.decision.remedy)] : [])

/** 受理通知书. */
export const acceptanceNotice: PaperMaker = (of) => {
  const whole = of.page.terms.findLast(({ name }) => name === 'whole')
  const units = { 'working-days': '个工作日', days: '日', months: '个月', years: '年' }
  return letter(
    of,
    '最低生活保障申请受理通知书',
    [
      said(`${application(of)}收悉。经审查，申请材料齐全，我办已于${day(of.page.acceptedOn)}受理。`),
      said('我办将依法开展家庭经济状况调查和信息核对，请你和共同生活的家庭成员予以配合，如实提供情况。审核确认期间家庭人口、收入、财产发生变化的，请及时告知我办。'),
      ...(whole
        ? [said(`办理期限为受理之日起${whole.deadline.period.count}${units[whole.deadline.period.unit]}，至${day(whole.deadline.dueOn)}止；按规定延长办理或者中止计时的，另行计算。`)]
        : []),
      said(`经办人：${lastStep(of.page, 'accept')?.actorName ?? ''}`),
    ],
    { issuer: of.street, date: of.page.acceptedOn },
  )
}

/** 补正材料告知书: everything that is missing, at once (57号 §10). */
export const correctionNotice: PaperMaker = (of) => {
  const missing = of.correction?.missing ?? []
  return letter(
    of,
    '最低生活保障申请补正材料告知书',
    [
      said(`${application(of)}收悉。经审查，申请材料不齐全或者不符合规定形式，根据${LAW}的规定，现将需要补正的内容一次性告知如下：`),
      ...missing.map((kind, index) => said(`${index + 1}. ${label(ATTACHMENT_KIND, kind)}`)),
      ...(of.correction ? [said(`${missing.length > 0 ? '补正说明' : '补正内容'}：${of.correction.reason}`)] : []),
      said(`请于${day(of.correction?.answerBy)}前将补正材料送交我办。能够通过政府部门信息共享取得的材料，无需你提供。`),
    ],
    { issuer: of.street, date: of.correction?.on ?? null },
  )
}

/** 不予受理通知书. */
export const nonAcceptanceNotice: PaperMaker = (of) =>
  letter(
    of,
    '最低生活保障申请不予受理通知书',
    [said(`${application(of)}收悉。经审查，${sentence(of.page.decision?.opinion)}我办决定不予受理。`), ...remedies(of)],
    { issuer: of.street, date: of.page.decision?.decidedOn ?? null },
  )

/** 核对结果告知书, with the right to have it looked into again (57号 §18). */
export const checkResultNotice: PaperMaker = (of) => {
  const { meansCheck } = of.page
  const passed = meansCheck?.state === 'PASSED'
  return letter(
    of,
    '家庭经济状况核对结果告知书',
    [
      said(`${application(of)}，经你和家庭成员授权，已对你家庭的经济状况信息进行核对，核对结果为：${passed ? '核对通过' : '核对未通过'}。${passed ? '' : `具体情况：${sentence(meansCheck?.conclusion)}`}`),
      ...(passed ? [] : [said('对核对结果有异议的，你可以向我办提出，并提供有关证明材料，我办将提请复查。')]),
    ],
    { issuer: of.street, date: meansCheck?.toldOn ?? meansCheck?.concludedOn ?? null },
  )
}

/** 不予确认通知书: ground, reason and remedies in writing (57号 §21). */
export const refusalNotice: PaperMaker = (of) => {
  const { decision } = of.page
  const ground = decision?.ground && decision.ground !== 'OTHER' ? `${label(REFUSAL_GROUND, decision.ground)}。` : ''
  return letter(
    of,
    '最低生活保障不予确认通知书',
    [
      said(`${application(of)}，经调查核实、信息核对和公示，你家庭不符合最低生活保障条件。理由如下：${ground}${sentence(decision?.opinion)}`),
      said(`根据《社会救助暂行办法》和${LAW}的规定，决定不予确认。`),
      ...remedies(of),
    ],
    { issuer: decider(of), date: decision?.decidedOn ?? null },
    reasons(of, '附：不符合或者未能查明的认定条件', ({ result }) => result === 'fail' || result === 'unknown'),
  )
}

/** 终止审核确认告知书: the family did not cooperate (57号 §29). */
export const terminationNotice: PaperMaker = (of) =>
  letter(
    of,
    '最低生活保障终止审核确认告知书',
    [
      said(`${application(of)}，在审核确认过程中，${sentence(of.page.decision?.opinion)}`),
      said(`根据${LAW}的规定，决定终止审核确认。情况发生变化后，你可以重新提出申请。`),
      ...remedies(of),
    ],
    { issuer: lastStep(of.page, 'terminate')?.actorRoles.includes('区局科长') ? of.bureau : of.street, date: of.page.decision?.decidedOn ?? null },
  )

/** Ends with a full stop, whatever was typed. */
function sentence(text: string | undefined): string {
  const trimmed = (text ?? '').trim()
  return /[。！？；]$/.test(trimmed) || trimmed === '' ? trimmed : `${trimmed}。`
}
