import { formatYuan } from '@xishan/domain'
import { routes } from '@xishan/funeral-management-contract'
import { readSheetCells } from '@xishan/service-kit'
import type { TestService } from '@xishan/service-kit/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDeath, registered } from '../testing/deaths'
import { AwardListWalk, AwardWalk } from '../testing/eco-awards'
import { aCitizen } from '../testing/facilities'
import { openOffice, staff } from '../testing/office'

let office: TestService
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const confirmed = (options: Parameters<AwardWalk['to']>[1] = {}) => new AwardWalk(office).to('CONFIRMED', options)
const listOf = (...awards: AwardWalk[]) => new AwardListWalk(office).make(awards.map(({ id }) => id))
const dies = (document: object, name = '李建军') => registered(office, staff.bureauClerk, aDeath({ name, document, hukouDivisionCode: '530112002001' }))

describe('a payment list', () => {
  it('takes each confirmed award once, whoever makes it', async () => {
    const award = await confirmed()
    expect((await office.call(staff.bureauClerk, routes.findPayableAwards)).body.awards).toContainEqual(expect.objectContaining({ awardId: award.id, amountFen: 100_000, obstacle: null }))
    const make = (actor: typeof staff.head) => office.call(actor, routes.makeAwardList, { body: { awards: [award.id, award.id] } })
    const answers = await Promise.all([make(staff.bureauClerk), make(staff.hallClerk)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'action-out-of-state' })
    const list = new AwardListWalk(office)
    list.id = answers.find(({ status }) => status === 200)?.body.id ?? ''
    expect(await list.now()).toMatchObject({ state: 'DRAFT', lineCount: 1, totalFen: 100_000 })
    await list.must(staff.bureauClerk, routes.cancelAwardList, { reason: '重新制表发放' })
    expect(await award.now()).toMatchObject({ state: 'CONFIRMED', attempts: [] })
  })

  it('is signed by others than its maker, and nobody signs twice', async () => {
    const list = await listOf(await confirmed(), await confirmed({ burial: { kind: 'SCATTER' } }))
    expect((await list.take(staff.bureauClerk, routes.submitAwardList, { fund: 'DISTRICT', fundDocument: '' })).body).toMatchObject({ code: 'invalid-input', errors: [{ field: 'fundDocument' }] })
    await list.must(staff.bureauClerk, routes.submitAwardList, { fund: 'DISTRICT', fundDocument: '西财社〔2025〕18号' })
    expect((await list.take({ ...staff.bureauClerk, roles: ['BU_HEAD'] }, routes.reviewAwardList, { opinion: '对象和金额无误' })).body).toMatchObject({ code: 'separation-of-duties' })
    await list.must(staff.head, routes.reviewAwardList, { opinion: '对象和金额无误' })
    expect((await list.take({ ...staff.head, roles: ['FINANCE'] }, routes.approveAwardList, { opinion: '同意本批发放' })).body).toMatchObject({ code: 'separation-of-duties' })
    await list.must(staff.finance, routes.sendAwardListBack, { reason: '指标文号有误，请核对' })
    expect(await list.now()).toMatchObject({ state: 'DRAFT', returnedBecause: '指标文号有误，请核对' })
    await list.approved()
    expect(await list.now()).toMatchObject({ state: 'APPROVED', lineCount: 2, totalFen: 300_000, fundDocument: '西财社〔2025〕18号', approvedDigest: expect.stringMatching(/^[0-9a-f]{64}$/), returnedBecause: '' })
    expect((await list.take(staff.bureauClerk, routes.takeOutOfAwardList, { lines: (await list.now()).lines.map(({ id }) => id), reason: '不再发放' })).body).toMatchObject({ code: 'action-out-of-state' })
  })

  it('makes the same file each time, which only finance takes, and none that was altered', async () => {
    const list = await (await listOf(await confirmed())).exported()
    const download = () => office.call(staff.finance, routes.downloadAwardFile, { params: { id: list.id } })
    const { status, body } = await download()
    expect(status).toBe(200)
    expect(JSON.stringify(await readSheetCells(body))).toContain('6231900000012345678')
    expect((await download()).body.equals(body)).toBe(true)
    expect(await office.sql(`select actor_name from audit_entry where action = 'downloadAwardFile' and summary->>'of' = '${list.id}'`)).toHaveLength(2)
    await office.sql(`update award_line set bank = '别的银行' where list_id = '${list.id}'`)
    expect((await download()).body).toMatchObject({ code: 'award-file-altered' })
  })

  it('closes when each line has its outcome and the bank paid the same to the fen', async () => {
    const [paid, failed] = [await confirmed(), await confirmed({ burial: { kind: 'STORAGE' } })]
    const list = await (await listOf(paid, failed)).exported()
    const close = (paidFen: number) => list.take(staff.finance, routes.closeAwardList, { paidFen })
    expect((await close(100_000)).body).toMatchObject({ code: 'award-list-open', detail: expect.stringContaining('2 笔') })
    await list.answered([failed.id])
    const [line] = (await list.now()).lines
    expect((await list.take(staff.finance, routes.bookAwardOutcomes, { outcomes: [{ lineId: line?.id, paidOn: '2025-09-30' }] })).body).toMatchObject({ code: 'award-line-booked' })
    expect((await close(100_001)).body).toMatchObject({ code: 'award-list-differs', detail: expect.stringContaining('相差 0.01 元'), errors: [{ field: 'paidFen' }] })
    expect((await close(100_000)).status).toBe(200)
    expect(await list.now()).toMatchObject({ state: 'CLOSED', closedOn: '2025-09-30', sums: [{ state: 'PAID', amountFen: 100_000 }, { state: 'FAILED', amountFen: 50_000 }] })
    expect(await paid.now()).toMatchObject({ state: 'PAID', paidOn: '2025-09-30' })
    expect(await failed.now()).toMatchObject({ state: 'FAILED', attempts: [{ attempt: 1, state: 'FAILED', because: '账号与户名不符' }] })
  })

  it('pays a failed award again as another attempt to the corrected account', async () => {
    const award = await confirmed()
    await (await (await listOf(award)).exported()).answered([award.id])
    const change = (number: string) => award.take(staff.clerk, routes.changeAwardAccount, { account: { bank: '云南农信西山支行', number, holder: '李建军' }, reason: '家属重新提供银行卡' })
    expect((await change('6231900000012345678')).body).toMatchObject({ code: 'award-account-unchanged' })
    expect((await change('6231900000087654321')).status).toBe(200)
    const again = await (await listOf(award)).exported()
    await again.answered()
    expect(await award.now()).toMatchObject({ state: 'PAID', attempts: [{ attempt: 2, state: 'PAID', accountLastFour: '4321' }, { attempt: 1, state: 'FAILED', accountLastFour: '5678' }] })
    await expect(office.sql(`update eco_award set amount_fen = 1 where id = '${award.id}'`)).rejects.toThrow(/is not edited/)
  })
})

describe('a payee who died', () => {
  it('is in no list; another of the family is confirmed anew', async () => {
    const document = aCitizen()
    const award = await confirmed({ application: { document } })
    const other = { name: '李建国', document: aCitizen(), relation: '次子', phone: '13812345679', account: { bank: '云南农信西山支行', number: '6231900000000000001', holder: '李建国' }, reason: '原收款人去世，由次子收款' }
    expect((await award.take(staff.clerk, routes.changeAwardPayee, other)).body).toMatchObject({ code: 'attachment-missing' })
    await award.papers('PAYEE_PROOF')
    expect((await award.take(staff.clerk, routes.changeAwardPayee, other)).body).toMatchObject({ code: 'award-payee-alive' })
    await dies(document)
    expect(await (await office.call(staff.clerk, routes.findTasks)).body.tasks).toContainEqual(expect.objectContaining({ id: award.id, state: '待变更收款人' }))
    expect((await office.call(staff.bureauClerk, routes.makeAwardList, { body: { awards: [award.id] } })).body).toMatchObject({ code: 'award-not-payable', detail: expect.stringContaining('2025-09-20 登记死亡') })
    expect((await award.now(staff.clerk)).actions.map(({ action }) => action)).toContain('changePayee')
    await award.must(staff.clerk, routes.changeAwardPayee, other)
    expect(await award.now()).toMatchObject({ state: 'CHECKED', applicantName: '李建国', accountHolder: '李建国', payeeDiedOn: null })
    await award.must(staff.head, routes.confirmAward, { opinion: '符合规定，同意奖补' })
    await listOf(award)
  })

  it('before the approval keeps it back, and after the approval is left out of the file', async () => {
    const document = aCitizen()
    const [dead, alive] = [await confirmed({ application: { document } }), await confirmed({ burial: { kind: 'SCATTER' } })]
    const list = await listOf(dead, alive)
    await list.must(staff.bureauClerk, routes.submitAwardList, { fund: 'CITY', fundDocument: '昆财社〔2025〕7号' })
    await dies(document)
    expect((await list.take(staff.head, routes.reviewAwardList, { opinion: '对象和金额无误' })).body).toMatchObject({ code: 'award-not-payable' })
    expect((await list.now()).lines.find(({ awardId }) => awardId === dead.id)).toMatchObject({ obstacle: expect.stringContaining('登记死亡') })
    await list.must(staff.head, routes.sendAwardListBack, { reason: '收款人已故，请移出' })
    await list.must(staff.bureauClerk, routes.takeOutOfAwardList, { lines: (await list.now()).lines.filter(({ awardId }) => awardId === dead.id).map(({ id }) => id), reason: '收款人已故' })
    expect(await list.now()).toMatchObject({ lineCount: 1, totalFen: 200_000 })
    expect((await dead.now()).state).toBe('CONFIRMED')

    const later = aCitizen()
    const lateDead = await confirmed({ application: { document: later } })
    const signed = await (await listOf(lateDead, await confirmed())).approved()
    await dies(later)
    await signed.must(staff.finance, routes.exportAwardFile)
    expect(await signed.now()).toMatchObject({ state: 'EXPORTED', totalFen: 200_000, sums: [{ state: 'PENDING', amountFen: 100_000 }, { state: 'HELD', amountFen: 100_000 }] })
    expect(await lateDead.now()).toMatchObject({ state: 'CONFIRMED', payeeDiedOn: '2025-09-20', attempts: [{ state: 'HELD' }] })
    const { body } = await office.call(staff.finance, routes.downloadAwardFile, { params: { id: signed.id } })
    expect(JSON.stringify(await readSheetCells(body))).not.toContain((await lateDead.now()).number)
    await signed.answered()
    expect((await signed.take(staff.finance, routes.closeAwardList, { paidFen: 100_000 })).status).toBe(200)
  })
})

it('whatever is paid and fails, what the bank paid is what closes a list and nothing is paid twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ kind: fc.constantFrom('SCATTER', 'TREE', 'STORAGE'), fails: fc.boolean() }), { minLength: 1, maxLength: 4 }), async (plan) => {
      const awards = []
      for (const { kind } of plan) awards.push(await confirmed({ burial: { kind } }))
      const list = await (await listOf(...awards)).exported()
      await list.answered(awards.filter((_, at) => plan[at]?.fails).map(({ id }) => id))
      const worth: Record<string, number> = { SCATTER: 200_000, TREE: 100_000, STORAGE: 50_000 }
      const paid = plan.reduce((sum, { kind, fails }) => sum + (fails ? 0 : (worth[kind] ?? 0)), 0)
      const wrong = await list.take(staff.finance, routes.closeAwardList, { paidFen: paid + 1 })
      expect(wrong.body).toMatchObject({ code: 'award-list-differs', detail: expect.stringContaining(formatYuan(paid)) })
      expect((await list.take(staff.finance, routes.closeAwardList, { paidFen: paid })).status).toBe(200)
    }),
    { numRuns: 4 },
  )
  expect(await office.sql(`select award_id from award_line where state = 'PAID' group by award_id having count(*) > 1`)).toEqual([])
})
