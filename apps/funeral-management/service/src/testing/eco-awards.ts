import type { Actor } from '@xishan/domain'
import { routes, type AwardDetail, type AwardListDetail } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { aDeath, aPerson, registered } from './deaths'
import { aDisposition } from './dispositions'
import { aCitizen } from './facilities'
import { staff } from './office'
import { PICTURE } from './picture'

/** An application by the son who buried the deceased. */
export const anApplication = (dispositionId: string, changed: object = {}) => ({
  dispositionId,
  name: '李建军',
  document: aCitizen(),
  relation: '儿子',
  phone: '13812345678',
  account: { bank: '云南农信西山支行', number: '6231900000012345678', holder: '李建军' },
  remark: '',
  ...changed,
})

/** A registered death with its disposition. */
export async function aBurial(office: TestService, changed: object = {}): Promise<{ deathId: string; dispositionId: string }> {
  const deathId = await registered(office, staff.clerk, aDeath(aPerson('奖补逝者')))
  const { status, body } = await office.call(staff.bureauClerk, routes.recordDisposition, { body: aDisposition(null, { deathId, ...changed }) })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return { deathId, dispositionId: body.id }
}

const STEPS = ['SUBMITTED', 'CHECKED', 'CONFIRMED'] as const

/** An award walked through the hands of the street and the section. */
export class AwardWalk {
  id = ''
  deathId = ''
  dispositionId = ''

  constructor(private readonly office: TestService) {}

  async to(state: (typeof STEPS)[number], { burial = {}, application = {} }: { burial?: object; application?: object } = {}): Promise<this> {
    Object.assign(this, await aBurial(this.office, burial))
    const { status, body } = await this.office.call(staff.clerk, routes.submitAward, { body: anApplication(this.dispositionId, application) })
    if (status !== 200) throw new Error(JSON.stringify(body))
    this.id = body.id
    await this.papers('BURIAL_CERTIFICATE', 'APPLICANT_ID')
    if (state !== 'SUBMITTED') await this.must(staff.reviewer, routes.checkAward, { opinion: '材料齐全，情况属实' })
    if (state === 'CONFIRMED') await this.must(staff.head, routes.confirmAward, { opinion: '符合规定，同意奖补' })
    return this
  }

  async papers(...kinds: string[]): Promise<void> {
    for (const kind of kinds) await this.office.call(staff.clerk, routes.addAwardPaper, { params: { id: this.id }, body: { kind }, file: { name: '扫描件.png', type: 'image/png', bytes: PICTURE } })
  }

  async now(actor: Actor = staff.head): Promise<AwardDetail> {
    return (await this.office.call(actor, routes.getAward, { params: { id: this.id } })).body
  }

  /** At the version that stands. */
  async take(actor: Actor, route: Parameters<TestService['call']>[1], body: object) {
    const { version } = await this.now()
    return this.office.call(actor, route, { params: { id: this.id }, body: { version, ...body } })
  }

  async must(actor: Actor, route: Parameters<TestService['call']>[1], body: object): Promise<void> {
    const { status, body: answer } = await this.take(actor, route, body)
    if (status !== 200) throw new Error(JSON.stringify(answer))
  }
}

/** A payment list on its way from the maker to the bank's answer. */
export class AwardListWalk {
  id = ''

  constructor(private readonly office: TestService) {}

  async make(awards: readonly string[]): Promise<this> {
    const { status, body } = await this.office.call(staff.bureauClerk, routes.makeAwardList, { body: { awards } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    this.id = body.id
    return this
  }

  async now(): Promise<AwardListDetail> {
    return (await this.office.call(staff.finance, routes.getAwardList, { params: { id: this.id } })).body
  }

  async take(actor: Actor, route: Parameters<TestService['call']>[1], body: object = {}) {
    const { version } = await this.now()
    return this.office.call(actor, route, { params: { id: this.id }, body: { version, ...body } })
  }

  async must(actor: Actor, route: Parameters<TestService['call']>[1], body: object = {}): Promise<void> {
    const { status, body: answer } = await this.take(actor, route, body)
    if (status !== 200) throw new Error(JSON.stringify(answer))
  }

  async approved(): Promise<this> {
    await this.must(staff.bureauClerk, routes.submitAwardList, { fund: 'DISTRICT', fundDocument: '西财社〔2025〕18号' })
    await this.must(staff.head, routes.reviewAwardList, { opinion: '对象和金额无误' })
    await this.must(staff.finance, routes.approveAwardList, { opinion: '资金来源相符，同意' })
    return this
  }

  async exported(): Promise<this> {
    await this.approved()
    await this.must(staff.finance, routes.exportAwardFile)
    return this
  }

  /** Every open line is paid but those of the awards named. */
  async answered(failed: readonly string[] = []): Promise<this> {
    const open = (await this.now()).lines.filter(({ state }) => state === 'PENDING')
    const outcomes = open.map(({ id: lineId, awardId }) => (failed.includes(awardId) ? { lineId, failedBecause: '账号与户名不符' } : { lineId, paidOn: '2025-09-30' }))
    await this.must(staff.finance, routes.bookAwardOutcomes, { outcomes })
    return this
  }
}
