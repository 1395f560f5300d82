import { inflateRawSync } from 'node:zlib'
import type { Actor } from '@xishan/domain'
import { readPdf } from '@xishan/service-kit/testing'
import { PAPER_KIND, routes, type PaperKind } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aPerson } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
let paid: CaseWalk
let refused: CaseWalk
let posted: CaseWalk
const child = aPerson('陈小芳', { birthDate: '2015-06-01', sex: '2' })

beforeAll(async () => {
  office = await openOffice({ 'subsistence.remedy.review': 45 })
  posted = await new CaseWalk(office, { others: [{ person: child, facts: { relation: '3', labour: null, employment: 'OUTSIDE', study: 'COMPULSORY' } }] }).to('POSTING', 132300)
  paid = await new CaseWalk(office, { applicant: aPerson('张在保') }).to('CONFIRMED')
  refused = await new CaseWalk(office, { applicant: aPerson('高收入'), wagesFen: 200000 }).to('SIGNED', 0)
  await refused.must(staff.approver, routes.refuseApplication, { ground: 'INCOME', reason: '经核实，家庭人均月收入为 2,000 元' })
})
afterAll(() => office.close())

const print = (walk: CaseWalk, kind: PaperKind, reader: Actor = staff.clerk, format: 'pdf' | 'docx' = 'pdf') => office.call(reader, routes.printPaper, { params: { id: walk.id, kind }, query: { format } })
const flat = (text: string) => text.replace(/\s/g, '')

async function pagesOf(walk: CaseWalk, kind: PaperKind, reader: Actor = staff.clerk): Promise<string[]> {
  const answer = await print(walk, kind, reader)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  return readPdf(answer.body).pages.map(flat)
}
const textOf = async (...args: Parameters<typeof pagesOf>) => (await pagesOf(...args)).join('\n')

describe('what stands on paper', () => {
  it('on the form that goes from desk to desk: the family with numbers, the reckoning, each opinion with its name and date, the grounds', async () => {
    const pages = await pagesOf(paid, 'APPLICATION_APPROVAL_FORM')
    const text = pages.join('\n')
    for (const part of [paid.number, '张在保', paid.applicant.document.number, '13812345678', '西苑街道凯苑社区', '630.00元', '陆佰叁拾元整', '各项核对与申报一致', '公示期间未收到异议', '调查人（签字）：李红梅', '调查人（签字）：赵云波', '初审人（签字）：普建华', '分管领导（签字）：陈志强', '经办人（签字）：王春梅', '科长（签字）：尹绍林', '分管领导（签字）：周文静', '认定依据', '收入低于标准', '尾号5678'])
      expect(text, part).toContain(part)
    for (const page of pages) expect(page).toContain('演示数据')
    expect(text).toContain('打印人：李红梅')
    expect(text).not.toContain('6223690012345678')
  })

  it('on the authorisation: whom it authorises, what for, every member with room to sign', async () => {
    const text = await textOf(posted, 'CHECK_AUTHORISATION')
    for (const part of ['昆明市西山区民政局', '昆明市西山区西苑街道办事处', '银行存款', '不动产登记', '王建国', '陈小芳', child.document.number, '签名（按指印）', '监护人代签']) expect(text, part).toContain(part)
  })

  it('on the notices: acceptance with its term, confirmation with amount, month and people', async () => {
    const accepted = await textOf(posted, 'ACCEPTANCE_NOTICE')
    for (const part of ['王建国：', '你于2025年9月30日提出', '30个工作日', '2025年11月18日', '经办人：李红梅', '昆明市西山区西苑街道办事处']) expect(accepted, part).toContain(part)
    const confirmed = await textOf(paid, 'CONFIRMATION_NOTICE')
    for (const part of ['自2025年11月起', '630.00元（大写：陆佰叁拾元整）', '本人或户主', 'A类', '昆明市西山区民政局', '金额核算依据']) expect(confirmed, part).toContain(part)
    expect(confirmed).not.toContain(paid.applicant.document.number)
  })

  it('on the refusal: the ground, the reason, the conditions that failed, and the remedies in the periods of the parameters', async () => {
    const text = await textOf(refused, 'REFUSAL_NOTICE')
    for (const part of ['家庭人均收入不低于当地最低生活保障标准', '2,000元', '不符合', '自收到本决定之日起45日内依法申请行政复议', '6个月内依法向人民法院提起行政诉讼', '昆明市西山区民政局']) expect(text, part).toContain(part)
  })

  it('on the sheet that hangs in public: name, members, amount, community and period, and nothing else of the family', async () => {
    const text = await textOf(posted, 'POSTING_SHEET', staff.community)
    for (const part of ['王建国', '凯苑社区', '2人', '1,323.00', '2025年9月30日至2025年10月9日', '拟予确认']) expect(text, part).toContain(part)
    for (const secret of [posted.applicant.document.number, '530112', '138', '凯苑路', '陈小芳', '因病', '残疾']) expect(text, secret).not.toContain(secret)
  })

  it('on the notice of missing papers each of them, and on the refusal to accept its reason', async () => {
    const walk = await new CaseWalk(office, { applicant: aPerson('李补正') }).to('SUBMITTED')
    await walk.must(staff.clerk, routes.requestCorrection, { missing: ['DISABILITY_PROOF', 'COMMITMENT'], reason: '残疾证已过期', answerBy: '2025-12-15' })
    const text = await textOf(walk, 'CORRECTION_NOTICE')
    for (const part of ['1.残疾证明', '2.申报信息真实性承诺书', '残疾证已过期', '2025年12月15日前', '一次性告知']) expect(text, part).toContain(part)
    await walk.must(staff.clerk, routes.notAcceptApplication, { reason: '户籍不在本街道' })
    expect(await textOf(walk, 'NON_ACCEPTANCE_NOTICE')).toMatch(/户籍不在本街道。我办决定不予受理[\s\S]*45日内依法申请行政复议/)
  })

  it('on the survey form what two people found, or room for it', async () => {
    for (const part of ['申请人、邻居张大爷', '租住公房', '赵云波']) expect(await textOf(posted, 'SURVEY_FORM'), part).toContain(flat(part))
  })

  it('in Word the same', async () => {
    const answer = await print(refused, 'REFUSAL_NOTICE', staff.clerk, 'docx')
    expect(answer.headers.get('content-type')).toContain('wordprocessingml')
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('不予确认通知书-高收入-')
    expect(wordText(answer.body)).toContain('45日内依法申请行政复议')
  })
})

describe('who may print what', () => {
  it('nothing before it is true, nothing of another street, nothing by a role without business', async () => {
    expect((await print(posted, 'CONFIRMATION_NOTICE')).body).toMatchObject({ status: 409, code: 'paper-not-yet' })
    expect((await print(refused, 'CORRECTION_NOTICE')).body).toMatchObject({ code: 'paper-not-yet' })
    expect((await print(posted, 'POSTING_SHEET', staff.neighbour)).status).toBe(404)
    expect((await print(posted, 'POSTING_SHEET', staff.finance)).status).toBe(403)
    expect((await office.call(staff.clerk, routes.printPaper, { params: { id: posted.id, kind: 'X' } })).status).toBe(422)
  })

  it('offers on the case page exactly what can be printed', async () => {
    for (const [walk, reader] of [[posted, staff.clerk], [posted, staff.community], [refused, staff.director]] as const) {
      const { papers } = (await office.call(reader, routes.getApplication, { params: { id: walk.id } })).body
      const printable: PaperKind[] = []
      for (const kind of PAPER_KIND.codes) if ((await print(walk, kind, reader, 'docx')).status === 200) printable.push(kind)
      expect(papers, reader.name).toEqual(printable)
    }
  }, 60_000)

  it('keeps circumstances from a community helper, and numbers from those who may not have them revealed', async () => {
    expect((await print(paid, 'APPLICATION_APPROVAL_FORM', staff.community)).status).toBe(409)
    const masked = await textOf(posted, 'CHECK_AUTHORISATION', staff.community)
    expect(masked).not.toContain(posted.applicant.document.number)
    expect(masked).toContain('530112********')
  })

  it('audits each print, and each number that stands on it in full', async () => {
    const [printed] = await office.sql<{ n: number }>(`select count(*)::int as n from audit_entry where action = 'printPaper' and summary->>'of' = $1 and summary->>'paper' = '公示单'`, [posted.id])
    expect(printed?.n).toBeGreaterThan(0)
    const log = await office.sql<{ field: string; reason: string; case_number: string | null }>(`select field, reason, case_number from reveal_log where subject_id = $1 order by field`, [posted.id])
    expect(log).toEqual(expect.arrayContaining([{ field: 'PHONE', reason: '出具《家庭经济状况核对授权书》', case_number: posted.number }]))
    expect(log.map(({ field }) => field)).toEqual(expect.arrayContaining(posted.memberIds.map((id) => `DOCUMENT_NUMBER ${id}`)))
  })
})

/** The text of a docx's document part. */
function wordText(zip: Buffer): string {
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    if (zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)) !== 'word/document.xml') continue
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    const xml = (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8')
    return [...xml.matchAll(/<w:t[ >][^<]*/g)].map(([run]) => run.replace(/<[^>]*>/, '')).join('')
  }
  throw new Error('no document in it')
}
