import { routes, type GraveDetail, type GravePhoto } from '@xishan/funeral-management-contract'
import type { Actor } from '@xishan/domain'
import type { TestService } from '@xishan/service-kit/testing'
import { COMMUNITY, staff } from './office'
import { PICTURE } from './picture'

export const PHOTO = { name: '现场.png', type: 'image/png', bytes: PICTURE }

/** A grave on forest land as a patrol tells it. */
export const aGrave = (changed: object = {}) => ({
  kind: 'FORBIDDEN_ZONE', source: 'PATROL', foundOn: '2025-09-20', divisionCode: COMMUNITY, place: '大青山林地北坡', longitude: '102.633212', latitude: '24.961847', description: '林地内新建坟墓一冢，水泥围栏', ...changed,
})

export const report = (office: TestService, changed: object = {}, actor: Actor = staff.community, file = PHOTO) => office.call(actor, routes.reportGrave, { body: aGrave(changed), file })

/** A grave and what was done about it, one step after the other. */
export class GraveWalk {
  private constructor(
    private readonly office: TestService,
    readonly id: string,
  ) {}

  static async of(office: TestService, changed: object = {}): Promise<GraveWalk> {
    const { status, body } = await report(office, changed)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return new GraveWalk(office, body.id)
  }

  async page(actor: Actor = staff.head): Promise<GraveDetail> {
    return (await this.office.call(actor, routes.getGrave, { params: { id: this.id } })).body
  }

  photograph(kind: GravePhoto, actor: Actor = staff.clerk) {
    return this.office.call(actor, routes.addGravePhoto, { params: { id: this.id }, body: { kind }, file: PHOTO })
  }

  async take(action: 'verify' | 'dismiss' | 'issue' | 'serve' | 'extend' | 'rectify' | 'enforce' | 'close' | 'return' | 'reopen', input: object, actor: Actor = staff.clerk) {
    const { version } = await this.page()
    return this.office.call(actor, ROUTES[action], { params: { id: this.id }, body: { version, ...input } })
  }

  async verified(): Promise<this> {
    await this.photograph('VISIT')
    await this.take('verify', { visitedOn: '2025-09-25', findings: '现场核实属实，占用林地约 8 平方米' })
    return this
  }

  async noticed(): Promise<this> {
    await this.verified()
    await this.take('issue', { requirement: '拆除围栏和水泥地坪，迁移至公墓' })
    return this
  }

  async served(servedOn = '2025-09-30'): Promise<this> {
    await this.noticed()
    await this.take('serve', { servedOn, way: 'IN_PERSON', receivedBy: '李大爷' })
    return this
  }

  async rectified(): Promise<this> {
    await this.served()
    await this.photograph('AFTER')
    await this.take('rectify', { doneOn: '2025-09-30', result: '围栏已拆除，恢复林地' })
    return this
  }
}

const { verifyGrave, dismissGrave, issueGraveNotice, serveGraveNotice, extendGraveNotice, rectifyGrave, enforceGrave, closeGrave, returnGrave, reopenGrave } = routes
const ROUTES = { verify: verifyGrave, dismiss: dismissGrave, issue: issueGraveNotice, serve: serveGraveNotice, extend: extendGraveNotice, rectify: rectifyGrave, enforce: enforceGrave, close: closeGrave, return: returnGrave, reopen: reopenGrave }
