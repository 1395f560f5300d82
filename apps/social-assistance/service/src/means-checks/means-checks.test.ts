import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CaseWalk } from '../testing/case-walk'
import { aSurvey, allAnswers } from '../testing/families'
import { openOffice, staff, type Office } from '../testing/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const conclusion = '核对结论：名下有机动车一辆，与申报不一致'

async function failedCheck(): Promise<CaseWalk> {
  const walk = await new CaseWalk(office).to('INVESTIGATING')
  await walk.onCheck(staff.checker, routes.enterCheckAnswers, { answers: allAnswers(walk.memberIds, 'DIFFERENT') })
  await walk.onCheck(staff.checker, routes.concludeCheckNotPassed, { conclusion })
  return walk
}

describe('the means check', () => {
  it('is asked for with the investigation, to be begun within three working days', async () => {
    const walk = await new CaseWalk(office).to('INVESTIGATING')
    expect(await walk.row('state, due_on::text, round, requested_by', 'means_check', 'application_id')).toEqual({ state: 'REQUESTED', due_on: '2025-10-11', round: 1, requested_by: '李红梅' })
  })

  it('passes only when every source has answered about everybody', async () => {
    const walk = await new CaseWalk(office).to('INVESTIGATING')
    const answers = allAnswers(walk.memberIds)
    expect((await walk.onCheck(staff.checker, routes.concludeCheckPassed, { conclusion })).body).toMatchObject({ code: 'action-out-of-state' })
    await walk.onCheck(staff.checker, routes.enterCheckAnswers, { answers: answers.slice(0, 4) })
    expect((await walk.onCheck(staff.checker, routes.concludeCheckPassed, { conclusion })).body).toMatchObject({ status: 409, code: 'means-check-answers-missing', detail: expect.stringContaining('7') })
    await walk.onCheck(staff.checker, routes.enterCheckAnswers, { answers: answers.map((answer) => ({ ...answer, details: '复核' })) })
    expect((await walk.onCheck(staff.checker, routes.concludeCheckPassed, { conclusion: '各项与申报一致' })).status).toBe(200)
    expect(await office.sql(`select distinct details, way, entered_by from means_check_answer where means_check_id = $1`, [walk.check.id])).toEqual([{ details: '复核', way: 'BY_HAND', entered_by: '马晓燕' }])
  })

  it('takes answers about the household’s members only, of days that have been', async () => {
    const walk = await new CaseWalk(office).to('INVESTIGATING')
    const enter = (memberIds: string[], on: string) => walk.onCheck(staff.checker, routes.enterCheckAnswers, { answers: allAnswers(memberIds, 'CONSISTENT', on) })
    expect((await enter([crypto.randomUUID()], '2025-09-30')).body).toMatchObject({ code: 'member-unknown' })
    expect((await enter(walk.memberIds, '2025-10-01')).body).toMatchObject({ code: 'date-in-future' })
    expect((await office.call(staff.clerk, routes.enterCheckAnswers, { params: { id: walk.check.id }, body: {} })).body).toMatchObject({ code: 'not-permitted' })
  })

  it('that does not pass is told before an opinion, and then only refuses', async () => {
    const walk = await failedCheck()
    await walk.file('SURVEY_RECORD')
    await walk.must(staff.clerk, routes.investigate, { survey: aSurvey() })
    await walk.must(staff.colleague, routes.countersign, { agrees: true })
    const refuse = () => walk.act(staff.reviewer, routes.giveOpinion, { recommend: false, opinion: '核对未通过，拟不予确认', amountFen: 0 })
    expect((await refuse()).body).toMatchObject({ code: 'means-check-not-told' })
    await walk.onCheck(staff.clerk, routes.tellCheckResult, { toldOn: '2025-09-30' })
    expect((await walk.act(staff.reviewer, routes.giveOpinion, { recommend: true, opinion: '建议予以确认', amountFen: 63000 })).body).toMatchObject({ code: 'not-eligible' })
    expect((await refuse()).status).toBe(200)
    await walk.file('RECHECK_PROOF')
    expect((await walk.onCheck(staff.clerk, routes.requestRecheck, { reason: '车辆早已报废' })).body).toMatchObject({ code: 'recheck-too-late' })
  })

  it('is done again when the family objects with proof', async () => {
    const walk = await failedCheck()
    await walk.onCheck(staff.clerk, routes.tellCheckResult, { toldOn: '2025-09-30' })
    expect((await walk.onCheck(staff.clerk, routes.requestRecheck, { reason: '车辆早已报废' })).body).toMatchObject({ status: 422, code: 'attachment-missing', detail: expect.stringContaining('核对结果异议佐证材料') })
    await walk.file('RECHECK_PROOF')
    expect((await walk.onCheck(staff.clerk, routes.requestRecheck, { reason: '车辆早已报废' })).status).toBe(200)
    expect(await walk.row('state, round, told_on, conclusion', 'means_check', 'application_id')).toEqual({ state: 'REQUESTED', round: 2, told_on: null, conclusion: '' })
    await walk.passCheck()
    await walk.to('CONFIRMED')
  })
})
