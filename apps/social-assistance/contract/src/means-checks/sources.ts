import { codeSet, type CodeOf } from '@xishan/domain'

/** Where the means check asks (57号 §17). */
export const CHECK_SOURCE = codeSet('核对项目', '民发〔2021〕57号第十七条', [
  ['HOUSEHOLD_REGISTER', '户籍'],
  ['TAX', '纳税记录'],
  ['SOCIAL_INSURANCE', '社会保险缴纳'],
  ['REAL_ESTATE', '不动产登记'],
  ['BUSINESS_REGISTRATION', '市场主体登记'],
  ['HOUSING_FUND', '住房公积金缴纳'],
  ['VEHICLES', '车船登记'],
  ['DEPOSITS', '银行存款'],
  ['INSURANCE', '商业保险'],
  ['SECURITIES', '证券'],
  ['INTERNET_FINANCE', '互联网金融资产'],
])
export type CheckSource = CodeOf<typeof CHECK_SOURCE>
