import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { syntheticCitizenNumber, type Route, type RouteAnswer } from '@xishan/domain'
import { contract as identityContract } from '@xishan/identity-contract'
import { Browser } from '@xishan/identity-service/testing/browser'
import { demonstrationAccounts } from '@xishan/seeds'
import { routes } from '@xishan/social-assistance-contract'
import { aRoster, aRow } from '@xishan/social-assistance-service/testing/roster-walk'
import { expect } from 'vitest'
import { portalUrl } from './browser'

export interface Listed {
  name: string
  number: string
}

const anyOf = (characters: string): string => characters.charAt(randomInt(characters.length))

/** Somebody else in every run. */
export const aPayee = (surname: string, sex: '1' | '2'): Listed => ({
  name: `${surname}${anyOf('玉秀桂丽云凤琼芬翠')}${anyOf('兰芝珍莲仙英梅菊华')}`,
  number: syntheticCitizenNumber({ addressCode: '530112', birthDate: `19${randomInt(40, 60)}-${String(randomInt(1, 13)).padStart(2, '0')}-11`, sex, sequence: randomInt(0, 490) }),
})

/** A person who works by the routes that the pages use. */
class RouteWorker {
  private constructor(private readonly browser: Browser) {}

  static async signIn(username: string): Promise<RouteWorker> {
    const { password } = demonstrationAccounts.find((each) => each.username === username) ?? expect.fail(`no account ${username}`)
    const door = new Browser(portalUrl(), '/api/identity')
    const { status } = await door.send(identityContract.routes.signIn, { body: { username, password } })
    if (status !== 200) throw new Error(`${username} was not let in: ${status}`)
    return new RouteWorker(Object.assign(new Browser(portalUrl(), '/api/social-assistance'), { cookies: door.cookies }))
  }

  async do<R extends Route>(route: R, sent: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown } = {}): Promise<RouteAnswer<R>> {
    const { status, body } = await this.browser.send(route, sent)
    if (status !== 200) throw new Error(`${route.path}: ${JSON.stringify(body)}`)
    return body as RouteAnswer<R>
  }

  async upload(name: string, bytes: Buffer): Promise<string> {
    const form = new FormData()
    for (const [field, value] of [['kind', 'IN_PAY'], ['asOfMonth', '2025-09']] as const) form.set(field, value)
    form.set('file', new Blob([new Uint8Array(bytes)]), name)
    const response = await this.browser.fetch(`/api/social-assistance${routes.uploadRoster.path}`, { method: 'POST', body: form, headers: { origin: portalUrl(), 'idempotency-key': crypto.randomUUID() } })
    return routes.uploadRoster.answer.parse(await response.json()).id
  }
}

/** Families in pay, each led by its first, whose account it is; and a month that is calculated and waits for its signatures. */
export class PendingMonth {
  private constructor(
    readonly id: string,
    private readonly clerk: RouteWorker,
  ) {}

  /** @param advance moves the business date by a day, where every month that may be paid has been paid by another journey */
  static async prepare(families: readonly (readonly Listed[])[], advance: () => Promise<unknown>): Promise<PendingMonth> {
    const [clerk, head] = [await RouteWorker.signIn('bureau.clerk'), await RouteWorker.signIn('bureau.head')]
    await takeOver(clerk, head, families)
    const { month, lastMonth } = await clerk.do(routes.nextBatch)
    if (month > lastMonth) await advance()
    const { id } = await clerk.do(routes.createBatch, { body: { kind: 'REGULAR', month } })
    const prepared = new PendingMonth(id, clerk)
    await clerk.do(routes.calculateBatch, { params: { id }, body: { version: await prepared.version() } })
    await until(async () => (await clerk.do(routes.getBatch, { params: { id } })).state === 'CALCULATED')
    return prepared
  }

  private async version(): Promise<number> {
    return (await this.clerk.do(routes.getBatch, { params: { id: this.id } })).version
  }

  /** The month is left to the others. */
  async giveUp(): Promise<void> {
    await this.clerk.do(routes.cancelBatch, { params: { id: this.id }, body: { version: await this.version(), reason: '死亡信息核实后重新制表' } })
  }
}

async function takeOver(clerk: RouteWorker, head: RouteWorker, families: readonly (readonly Listed[])[]): Promise<void> {
  const rows = families.flatMap((family, at) =>
    family.map(({ name, number }, place) => aRow({ 户号: String(at + 1), 姓名: name, 身份证号: number, 人数: '', ...(place === 0 ? {} : { 与户主关系: '妻子', 城乡: '', 低保类别: '', 月保障金额: '', 享受起始月份: '', 审批日期: '', 卡号: '' }) })),
  )
  const id = await clerk.upload('在保名册.xlsx', await aRoster(rows))
  const stands = () => clerk.do(routes.getRosterImport, { params: { id } })
  const act = async (who: RouteWorker, route: typeof routes.checkRoster | typeof routes.submitRoster | typeof routes.applyRoster) => who.do(route, { params: { id }, body: { version: (await stands()).version } })
  await act(clerk, routes.checkRoster)
  await until(async () => (await stands()).state === 'CHECKED')
  await act(clerk, routes.submitRoster)
  await act(head, routes.applyRoster)
  await until(async () => (await stands()).state === 'APPLIED')
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await reached()); tries++) {
    if (tries > 300) throw new Error('a job did not end within two minutes')
    await sleep(400)
  }
}
