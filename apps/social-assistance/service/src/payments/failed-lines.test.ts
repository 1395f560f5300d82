import { routes, type FailedLine } from '@xishan/social-assistance-contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COMMUNITY, openOffice, staff, type Office } from '../testing/office'
import { PaymentWalk, accountOf, payingOffice } from '../testing/payment-walk'

const NEIGHBOURS = '530112002001'
let office: Office
let walk: PaymentWalk
beforeEach(async () => {
  office = await openOffice()
  await payingOffice(office, 6, [COMMUNITY, NEIGHBOURS])
  walk = await (await new PaymentWalk(office).signed()).exported()
  await walk.read(await walk.returned((seq) => (seq === 1 || seq === 6 ? { code: '1001' } : {})))
}, 60_000)
afterEach(() => office.close())

const account = { bank: '云南农信西苑支行', number: '6223690099998888', holder: '李秀英' }
const propose = (line: FailedLine | undefined, body: object = {}, actor = staff.clerk) =>
  office.call(actor, routes.proposeCorrection, { params: { id: line?.id ?? '' }, body: { way: 'NEW_ACCOUNT', account, reason: '本户提供了新卡复印件', ...body } })
const sameAccount = { way: 'SAME_ACCOUNT', account: null, reason: '银行确认系统故障' }
const failuresOf = async (actor: typeof staff.clerk, query: object = {}) => (await office.call(actor, routes.findFailedLines, { query: { ...query } })).body.rows

describe('a line the bank could not pay', () => {
  it('is the street’s to look into: with the bank’s reason, masked, with its day', async () => {
    const [line] = await failuresOf(staff.clerk)
    expect(await failuresOf(staff.clerk)).toHaveLength(1)
    expect(await failuresOf(staff.neighbour)).toHaveLength(1)
    expect(await failuresOf(staff.finance)).toHaveLength(2)
    expect(line).toMatchObject({ reason: '账号户名不符', code: '1001', attempts: 1, dueOn: '2025-10-21', light: 'green', correction: null, account: { lastFour: expect.stringMatching(/^\d{4}$/) } })
    expect(JSON.stringify(line)).not.toContain('62236900')
    const { body } = await office.call(staff.clerk, routes.findTasks)
    expect(body.tasks).toContainEqual(expect.objectContaining({ state: '发放失败待更正', dueOn: '2025-10-21', path: expect.stringContaining('/social-assistance/returns') }))
  })

  it('shows the account it went to for a reason that is logged', async () => {
    const [line] = await failuresOf(staff.clerk)
    const reveal = (body: object, actor = staff.clerk) => office.call(actor, routes.revealLineAccount, { params: { id: line?.id ?? '' }, body })
    expect((await reveal({ account: 'SENT', reason: '与银行核对账号' })).body.value).toMatch(/^62236900\d{8}$/)
    expect((await reveal({ account: 'SENT' })).body).toMatchObject({ status: 422 })
    expect((await reveal({ account: 'SENT', reason: '随便看看而已' }, staff.neighbour)).status).toBe(404)
    expect((await reveal({ account: 'SENT', reason: '随便看看而已' }, staff.director)).status).toBe(403)
    expect(await office.sql(`select field, reason, actor_name from reveal_log`)).toEqual([{ field: 'ACCOUNT_NUMBER SENT', reason: '与银行核对账号', actor_name: '李红梅' }])
  })

  it('gets a new account on paper; the household’s stays until another person sends it again', async () => {
    const [line] = await failuresOf(staff.clerk)
    expect((await propose(line)).status).toBe(200)
    expect((await propose(line)).body).toMatchObject({ code: 'correction-open' })
    expect((await failuresOf(staff.clerk))[0]?.correction).toMatchObject({ state: 'PROPOSED', account: { lastFour: '8888' }, proposedBy: '李红梅' })
    expect(await office.sql(`select count(*)::int as n from household where account_last_four = '8888'`)).toEqual([{ n: 0 }])
    expect((await office.call(staff.finance, routes.findTasks)).body.tasks).toContainEqual(expect.objectContaining({ state: '账户更正待确认重发' }))
    expect(JSON.stringify(await office.sql('select summary from audit_entry'))).not.toContain(account.number)
  })

  it('takes no correction that corrects nothing, or of a line that did not fail, or from elsewhere', async () => {
    const [line] = await failuresOf(staff.clerk)
    const [known] = await office.sql<{ bank: string; holder: string; number: number }>(`select a.bank, a.account_holder as holder, right(l.person_key, 1)::int as number from disbursement_attempt a join disbursement_line l on l.id = a.line_id where l.id = $1`, [line?.id])
    expect((await propose(line, { account: { bank: known?.bank, holder: known?.holder, number: accountOf(known?.number ?? 0) } })).body).toMatchObject({ code: 'account-unchanged' })
    expect((await propose(line, { account: null })).body).toMatchObject({ code: 'invalid-input' })
    expect((await propose(line, { account: { ...account, number: '12' } })).body).toMatchObject({ code: 'invalid-input' })
    expect((await propose(line, {}, staff.neighbour)).status).toBe(404)
    expect((await propose(line, {}, staff.finance)).status).toBe(403)
    const [paid] = await office.sql<FailedLine>(`select id from disbursement_line where state = 'PAID' and division_code = '${COMMUNITY}' limit 1`)
    expect((await propose(paid)).body).toMatchObject({ code: 'line-not-failed', detail: expect.stringContaining('发放成功') })
  })

  it('goes out again as a second sending in a file of its own, and is paid as such', async () => {
    for (const [actor, body] of [[staff.clerk, {}], [staff.neighbour, sameAccount]] as const) await propose((await failuresOf(actor))[0], body, actor)
    const lineIds = (await failuresOf(staff.finance)).map(({ id }) => id)
    await walk.payment()
    await walk.must(staff.finance, routes.resendFailedLines, { lineIds })
    const { files, state, failed } = await walk.payment()
    expect(state).toBe('EXPORTED')
    expect(failed).toMatchObject({ count: 0, dueOn: null })
    expect(files[1]).toMatchObject({ number: 2, sent: { count: 2 }, name: expect.stringMatching(/-02$/) })
    expect(new TextDecoder('gb18030').decode(await walk.content())).toContain(account.number)
    expect(await office.sql(`select account_last_four, account_holder from household where account_last_four = '8888'`)).toEqual([{ account_last_four: '8888', account_holder: '李秀英' }])
    await walk.must(staff.finance, routes.registerPaymentSent)
    expect((await walk.read(await walk.returned())).status).toBe(200)
    expect(await walk.lineStates()).toEqual({ PAID: 4, REISSUED: 2 })
    expect(await office.sql(`select number, state from disbursement_attempt where line_id = any($1) order by number, seq`, [lineIds])).toEqual([
      { number: 1, state: 'FAILED' }, { number: 1, state: 'FAILED' }, { number: 2, state: 'PAID' }, { number: 2, state: 'PAID' },
    ])
  })

  it('is not sent again by who proposed it, nor without a proposal', async () => {
    const lines = await failuresOf(staff.finance)
    const both = { ...staff.finance, roles: ['FINANCE', 'BU_CLERK'] as const }
    await propose(lines[0], {}, both)
    await walk.payment()
    expect((await walk.act(both, routes.resendFailedLines, { lineIds: [lines[0]?.id] })).body).toMatchObject({ code: 'correction-own' })
    expect((await walk.act(staff.finance, routes.resendFailedLines, { lineIds: lines.map(({ id }) => id) })).body).toMatchObject({ code: 'correction-missing', detail: expect.stringContaining('1 笔') })
    expect(await walk.lineStates()).toEqual({ PAID: 4, FAILED: 2 })
    expect(await office.sql(`select count(*)::int as n from household where account_last_four = '8888'`)).toEqual([{ n: 0 }])
  })

  it('goes back to its proposer with a reason, who may propose anew', async () => {
    const [line] = await failuresOf(staff.clerk)
    const { body } = await propose(line)
    const reject = () => office.call(staff.finance, routes.rejectCorrection, { params: { id: body.id }, body: { version: 1, reason: '复印件看不清楚，请重拍' } })
    expect((await reject()).status).toBe(200)
    expect((await reject()).body).toMatchObject({ status: 409 })
    expect((await failuresOf(staff.clerk))[0]?.correction).toMatchObject({ state: 'REJECTED', decision: '复印件看不清楚，请重拍' })
    expect((await propose(line)).status).toBe(200)
  })

  it('is taken out: owed, it comes due again whole; not owed, it is over', async () => {
    const [first, second] = await failuresOf(staff.finance)
    const takeOut = (line: FailedLine | undefined, owed: boolean, actor = staff.finance) => office.call(actor, routes.takeOutFailedLine, { params: { id: line?.id ?? '' }, body: { reason: '本户长期联系不上', owed } })
    await propose(first, sameAccount, staff.bureauClerk)
    expect((await takeOut(first, true, staff.bureauClerk)).status).toBe(403)
    expect((await takeOut(first, true)).status).toBe(200)
    expect((await takeOut(first, true)).body).toMatchObject({ code: 'line-not-failed', detail: expect.stringContaining('不再发放') })
    expect((await takeOut(second, false)).status).toBe(200)
    expect(await office.sql(`select p.kind, p.cause_kind, p.month, p.amount_fen = l.amount_fen as whole, l.id = $1 as of_first from payable p join disbursement_line l on l.id = p.cause_id`, [first?.id])).toEqual([
      { kind: 'ARREARS', cause_kind: 'CORRECTION', month: '2025-10', whole: true, of_first: true },
    ])
    expect(await office.sql(`select state from account_correction`)).toEqual([{ state: 'REJECTED' }])
    expect((await walk.payment()).comparisons.every(({ agrees }) => agrees)).toBe(true)
  })

  it('stays behind when its benefit was held meanwhile', async () => {
    const [line, other] = await failuresOf(staff.finance)
    for (const one of [line, other]) await propose(one, sameAccount, staff.bureauClerk)
    await office.sql(`insert into benefit_hold (id, division_code, benefit_id, ground, because, from_month, placed_on, placed_by) values (gen_random_uuid(), $2, $1, 'OTHER', '测试', '2025-09', '2025-09-30', '甲')`, [line?.benefitId, line?.divisionCode])
    await walk.payment()
    await walk.must(staff.finance, routes.resendFailedLines, { lineIds: [line?.id, other?.id] })
    expect(await walk.lineStates()).toEqual({ PAID: 4, HELD: 1, SENT: 1 })
    expect((await walk.file()).sent.count).toBe(1)
  })

  it('turns yellow and red by the working-day clock', async () => {
    await office.advanceTo('2025-10-17')
    expect((await failuresOf(staff.clerk))[0]?.light).toBe('yellow')
    await office.advanceTo('2025-10-22')
    expect((await failuresOf(staff.clerk))[0]?.light).toBe('red')
  })
})
