import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor, Route, Saved } from '@xishan/domain'
import { routes, type DeathListState } from '@xishan/funeral-management-contract'
import { aWorkbook } from '@xishan/funeral-management-service/testing/death-lists'
import { aCremation, aDeath, toldByHall } from '@xishan/funeral-management-service/testing/deaths'
import { COMMUNITY, staff } from '@xishan/funeral-management-service/testing/office'
import type { Payee } from './dying-payees'
import type { KillableLine } from './killable-line'

type SavingRoute = Route & { answer: typeof Saved }

export interface Died {
  payee: Payee
  diedOn: string
}

const deceased = ({ name, number }: Payee) => ({ name, document: { type: '1', number }, hukouDivisionCode: COMMUNITY })

/** Whoever tells of deaths: the street, the hall, the police's list; whatever happens to the service. */
export class ToldDeaths {
  readonly told: Died[] = []

  constructor(private readonly line: KillableLine) {}

  async register({ payee, diedOn }: Died): Promise<void> {
    await this.must(staff.clerk, routes.registerDeath, { body: aDeath(deceased(payee), { diedOn }) })
    this.told.push({ payee, diedOn })
  }

  async cremate({ payee, diedOn }: Died): Promise<void> {
    await this.must(staff.hallClerk, routes.recordCremation, { body: aCremation(toldByHall(deceased(payee), { diedOn }), { collectedAt: `${diedOn} 08:30`, crematedAt: `${diedOn} 15:20` }) })
    this.told.push({ payee, diedOn })
  }

  /** Sent and compared by a clerk, taken over by the head; what a killed process left is begun again, as they would. */
  async importList(deaths: readonly Died[], coversTo: string): Promise<void> {
    const bytes = await aWorkbook(deaths.map(({ payee: { name, number }, diedOn }) => ({ name, number, diedOn })))
    const file = { name: '死亡名单.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
    const { id } = await this.must(staff.bureauClerk, routes.uploadDeathList, { body: { source: 'POLICE', coversTo }, file })
    await this.reaches(id, ['CHECKED'], async () => {
      const { version, columns } = await this.list(id)
      await this.must(staff.bureauClerk, routes.checkDeathList, { params: { id }, body: { version, columns } })
    })
    await this.reaches(id, ['DONE'], async () => {
      await this.must(staff.head, routes.applyDeathList, { params: { id }, body: { version: (await this.list(id)).version } })
    })
    this.told.push(...deaths)
  }

  private async list(id: string) {
    const { status, body } = await this.line.call(staff.bureauClerk, routes.getDeathList, { params: { id } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }

  /** Begins the work and waits for its end; begins it anew when nothing of it is heard. */
  private async reaches(id: string, states: readonly DeathListState[], begin: () => Promise<void>): Promise<void> {
    await begin()
    for (let waited = 0; !states.includes((await this.list(id)).state); waited++) {
      if (waited % 200 === 199) await begin()
      await sleep(150)
    }
  }

  private async must(actor: Actor, route: SavingRoute, options: Parameters<KillableLine['call']>[2]): Promise<{ id: string }> {
    const { status, body } = await this.line.call(actor, route, options)
    if (status !== 200) throw new Error(`${route.path}: ${JSON.stringify(body)}`)
    return body
  }
}
