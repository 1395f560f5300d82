import { routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, staff, type Office } from '../testing/office'
import { PaymentWalk, accountOf, payingOffice } from './payment-walk.testing'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await payingOffice(office, 6)
}, 60_000)
afterAll(() => office.close())

describe('a signed batch', () => {
  let walk: PaymentWalk
  it('goes to the bank as one file, each line with the account it is sent to', async () => {
    walk = await new PaymentWalk(office).signed()
    expect((await walk.export()).status).toBe(200)
    const { files, state } = await walk.payment()
    expect(state).toBe('EXPORTED')
    expect(files).toMatchObject([{ number: 1, sent: { count: 6 }, open: { count: 6 }, recipient: '区财政国库', sentOn: null }])
    const text = new TextDecoder('gb18030').decode(await walk.content())
    const [head, first] = text.split('\r\n')
    expect(head).toBe(`H|${files[0]?.name}|SUBSISTENCE_ALLOWANCE|2025-10|6|${files[0]?.sent.fen}|${files[0]?.digest}`)
    expect(first).toMatch(/^D\|1\|person-\d+\|[^|]+\|62236900\d{8}\|云南农信西山支行\|\d+\|最低生活保障金2025年10月$/)
    expect(text).toContain(accountOf(3))
  })

  it('is read back, whole, reconciled and closed', async () => {
    await walk.must(staff.finance, routes.registerPaymentSent)
    expect((await walk.read(await walk.returned())).status).toBe(200)
    expect(await walk.lineStates()).toEqual({ PAID: 6 })
    await walk.must(staff.finance, routes.reconcileBatch)
    await walk.must(staff.finance, routes.closeBatch)
    expect((await walk.payment()).comparisons.every(({ agrees }) => agrees)).toBe(true)
  })
})
