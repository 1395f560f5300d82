import { ASSESSMENT_PARTS, routes, type AdoptionDetail, type AdoptionKind } from '@xishan/funeral-management-contract'
import type { Actor, Route } from '@xishan/domain'
import type { TestService } from '@xishan/service-kit/testing'
import { aCitizen } from './facilities'
import { staff } from './office'

let children = 0

/** An application for the assessment of a couple; the head who will decide is `staff.head`. */
export const anAdoption = (changed: object = {}) => ({
  kind: 'OTHER' as AdoptionKind,
  consentedOn: '2025-09-20',
  placeCode: '530112001001',
  adopters: [
    { name: '段玉坤', document: aCitizen('1985-04-02') },
    { name: '白雪莲', document: aCitizen('1987-11-23') },
  ],
  child: { name: `普小满${++children}`, sex: '2', birthDate: '2023-03-08', document: null },
  giver: { kind: 'PARENT', name: '普凤英', document: aCitizen('1999-01-15') },
  decider: { id: staff.head.id, name: staff.head.name },
  ...changed,
})

/** Every part of the assessment found fit, but what `changed` says. */
export const allParts = (changed: object = {}) => ({ ...Object.fromEntries(ASSESSMENT_PARTS.map(({ key }) => [key, { result: 'FIT', finding: '' }])), ...changed })

export const twoAssessors = { mode: 'STAFF', organisation: '', assessors: [{ id: staff.hallClerk.id, name: staff.hallClerk.name }, { id: null, name: '社工李敏' }] }

/** A file on its way, taken by one person after the other. */
export class AdoptionWalk {
  private constructor(
    readonly office: TestService,
    readonly id: string,
    readonly number: string,
  ) {}

  static async begin(office: TestService, changed: object = {}): Promise<AdoptionWalk> {
    const { status, body } = await office.call(staff.bureauClerk, routes.openAdoption, { body: anAdoption(changed) })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return new AdoptionWalk(office, body.id, body.number ?? '')
  }

  async version(): Promise<number> {
    const [row] = await this.office.sql<{ version: number }>(`select version from adoption_assessment where id = $1`, [this.id])
    return row?.version ?? 0
  }

  async act<R extends Route>(actor: Actor, route: R, body: object) {
    return this.office.call(actor, route, { params: { id: this.id }, body: { version: await this.version(), ...body } })
  }

  async must(actor: Actor, route: Route, body: object): Promise<this> {
    const answer = await this.act(actor, route, body)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return this
  }

  async page(actor: Actor = staff.bureauClerk): Promise<AdoptionDetail> {
    return (await this.office.call(actor, routes.getAdoption, { params: { id: this.id } })).body
  }

  async reported(): Promise<this> {
    await this.must(staff.bureauClerk, routes.assignAdoption, twoAssessors)
    await this.must(staff.hallClerk, routes.assessAdoption, { results: allParts() })
    return this.must(staff.bureauClerk, routes.reportAdoption, { report: '申请人家庭稳定，具备抚养条件' })
  }

  async registering(acceptedOn = '2025-09-30'): Promise<this> {
    await this.reported()
    await this.must(staff.head, routes.passAdoption, { opinion: '同意评估意见，适合收养' })
    return this.must(staff.bureauClerk, routes.handOverAdoption, { acceptedOn })
  }
}
