import { someone } from '@xishan/service-kit/testing'
import { routes } from '@xishan/social-assistance-contract'
import { CaseWalk } from '@xishan/social-assistance-service/testing/case-walk'
import { aPerson, allAnswers, aSurvey, PICTURE } from '@xishan/social-assistance-service/testing/families'
import { openOffice, staff, type Office } from '@xishan/social-assistance-service/testing/office'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MARKS } from './hostile-values'

const hostile = Object.values(MARKS).join(' ')
const opinion = `属实，同意。${hostile}`

let office: Office
let walk: CaseWalk
beforeAll(async () => {
  office = await openOffice()
  walk = new CaseWalk(office, { applicant: aPerson('𠮷䶮<b>') })
})
afterAll(() => office.close())

describe('a case whose every text is hostile', () => {
  it('goes its way and keeps the words as they were written', async () => {
    await walk.to('INVESTIGATING')
    await walk.onCheck(staff.checker, routes.enterCheckAnswers, { answers: allAnswers(walk.memberIds).map((answer) => ({ ...answer, details: hostile })) })
    await walk.onCheck(staff.checker, routes.concludeCheckPassed, { conclusion: opinion })
    await walk.file('SURVEY_RECORD')
    const said = { place: hostile, interviewed: hostile, livingConditions: hostile, incomeFindings: hostile, propertyFindings: hostile, neighboursSay: hostile, conclusion: opinion }
    await walk.must(staff.clerk, routes.investigate, { survey: aSurvey(said) })
    await walk.must(staff.colleague, routes.countersign, { agrees: true, remark: hostile })
    await walk.must(staff.reviewer, routes.giveOpinion, { recommend: true, opinion, amountFen: 63000 })
    await walk.must(staff.leader, routes.signOpinion, { opinion })
    await walk.outlivePosting()
    await walk.must(staff.reviewer, routes.submitToBureau, { remark: hostile })
    await walk.must(staff.bureauClerk, routes.auditApplication, { opinion })
    await walk.must(staff.head, routes.signApplication, { opinion })
    await walk.must(staff.approver, routes.confirmApplication, { opinion, amountFen: 63000 })

    expect(await office.sql(`select distinct opinion from case_step where opinion like '%同意%'`)).toEqual([{ opinion }])
    const { body } = await office.call(staff.clerk, routes.getApplication, { params: { id: walk.id } })
    expect(JSON.stringify(body).split(JSON.stringify(hostile).slice(1, -1)).length).toBeGreaterThan(5)
    expect(await office.sql(`select count(*)::int as applications from application`)).toEqual([{ applications: 1 }])
  })

  it.each(['APPLICATION_APPROVAL_FORM', 'SURVEY_FORM', 'CHECK_RESULT_NOTICE', 'CONFIRMATION_NOTICE'])('prints its %s as PDF and as Word', async (kind) => {
    for (const format of ['pdf', 'docx']) {
      const { status, body } = await office.call(staff.clerk, routes.printPaper, { params: { id: walk.id, kind }, query: { format } })
      expect([status, body.subarray(0, 2).toString()]).toEqual([200, format === 'pdf' ? '%P' : 'PK'])
    }
  })
})

it.each(['../../../etc/passwd.png', '..\\..\\a.png', 'CON.png', `${'长'.repeat(3000)}.png`, '‮gnp.exe.png', `'; drop table attachment; --.png`, '<script>alert(1)</script>.png'])('a picture named %j is kept under a name that is safe', async (name) => {
  const { id } = (await office.call(staff.clerk, routes.createDraft, { body: {} })).body
  const sent = await office.call(staff.clerk, routes.addAttachment, { params: { id }, body: { kind: 'OTHER' }, file: { name, type: 'image/png', bytes: PICTURE } })
  expect(sent.status).toBe(200)
  expect(sent.body.name).toMatch(/^[^<>:"|?*\\/\p{Cc}\p{Cf}]{1,100}\.png$/u)
  const file = await office.call(someone('ST_REVIEWER', '530112001'), routes.downloadAttachment, { params: { id, attachmentId: sent.body.id } })
  expect(file.body).toEqual(PICTURE)
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
})
