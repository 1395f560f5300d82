import { PaymentTemplateInput, layoutProblems, routes } from '@xishan/social-assistance-contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, staff, type Office } from '../testing/office'
import { payingOffice } from '../testing/payment-walk'
import { USUAL_TEMPLATES } from './usual-templates'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await payingOffice(office, 1)
})
afterAll(() => office.close())

const [book, text] = USUAL_TEMPLATES as [PaymentTemplateInput, PaymentTemplateInput]
const all = async () => (await office.call(staff.finance, routes.findPaymentTemplates)).body

describe('a recipient’s template', () => {
  it('comes in two that are marked as assumptions, and is put in once', async () => {
    expect((await all()).map(({ name, assumed, version }) => [name, assumed, version])).toEqual(expect.arrayContaining([['一卡通代发（Excel）', true, 1], ['国库集中支付（竖线文本）', true, 1]]))
    for (const template of USUAL_TEMPLATES) expect(layoutProblems(template)).toEqual([])
  })

  it('is made and changed by the section or finance, and no longer an assumption then', async () => {
    const { body, status } = await office.call(staff.bureauClerk, routes.addPaymentTemplate, { body: { ...text, name: '农商行代发' } })
    expect(status).toBe(200)
    expect((await office.call(staff.bureauClerk, routes.addPaymentTemplate, { body: { ...text, name: '农商行代发' } })).body).toMatchObject({ code: 'payment-template-taken' })
    expect((await office.call(staff.finance, routes.changePaymentTemplate, { params: { id: body.id }, body: { ...text, name: '农商行代发', recipient: '官渡农商行', version: 1 } })).body).toMatchObject({ version: 2 })
    expect((await office.call(staff.finance, routes.changePaymentTemplate, { params: { id: body.id }, body: { ...text, name: '农商行代发', version: 1 } })).body).toMatchObject({ code: 'stale-version' })
    expect((await all()).find(({ id }) => id === body.id)).toMatchObject({ recipient: '官渡农商行', assumed: false, files: 0 })
    for (const actor of [staff.head, staff.director]) expect((await office.call(actor, routes.addPaymentTemplate, { body: { ...text, name: '不行' } })).status).toBe(403)
    expect((await office.call(staff.finance, routes.retirePaymentTemplate, { params: { id: body.id }, body: { version: 2 } })).status).toBe(200)
    expect((await office.call(staff.finance, routes.retirePaymentTemplate, { params: { id: body.id }, body: { version: 3 } })).body).toMatchObject({ code: 'payment-template-retired' })
    expect((await office.call(staff.bureauClerk, routes.addPaymentTemplate, { body: { ...text, name: '农商行代发' } })).status).toBe(200)
  })

  it.each([
    ['no account column', { columns: book.columns.filter(({ field }) => field !== 'ACCOUNT') }, 'columns', /缺少“银行账号”列/],
    ['two columns of one name', { columns: [...book.columns, book.columns[0]] }, 'columns', /有两列都叫“序号”/],
    ['a fixed text without text', { columns: [...book.columns, { title: '用途', field: 'TEXT', text: '' }] }, 'columns', /请写明文字内容/],
    ['an unknown word in a title', { titles: ['{年度}发放表'] }, 'titles', /“\{年度\}”不认识/],
    ['a return without its code', { returnColumns: book.returnColumns.filter(({ field }) => field !== 'CODE') }, 'returnColumns', /须有“序号”和“结果代码”/],
    ['no code that means paid', { codes: [{ code: '1', meaning: '失败', paid: false }] }, 'codes', /至少有一个结果代码表示“已付款”/],
    ['a code twice', { codes: [...book.codes, book.codes[0]] }, 'codes', /“00”重复/],
  ])('is refused with %s, by the field', async (_what, changed, field, sentence) => {
    const { body } = await office.call(staff.finance, routes.addPaymentTemplate, { body: { ...book, name: '新模板', ...changed } })
    expect(body).toMatchObject({ code: 'invalid-input' })
    expect(body.errors).toContainEqual({ field, message: expect.stringMatching(sentence) })
  })
})
