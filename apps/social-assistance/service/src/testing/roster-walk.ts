import { Saved, syntheticCitizenNumber, type Actor, type Route } from '@xishan/domain'
import { LongJobs, readSheetRows, writeSheetStream, type SheetRow, type SheetValue } from '@xishan/service-kit'
import type { Answer } from '@xishan/service-kit/testing'
import { routes, type RosterImportDetail, type RosterProblem } from '@xishan/social-assistance-contract'
import { buffer } from 'node:stream/consumers'
import { staff, type Office } from './office'

type SavingRoute = Route & { answer: typeof Saved }

let people = 0

/** Somebody new each time, of a sex and a year. */
export const aNumber = (sex: '1' | '2' = '1', year = 1950 + (people % 40)): string => {
  people++
  return syntheticCitizenNumber({ addressCode: '530112', birthDate: `${year}-${String((people % 12) + 1).padStart(2, '0')}-${String((people % 28) + 1).padStart(2, '0')}`, sex, sequence: Math.floor(people / 336) % 498 })
}

/** The heads of a bureau's own roster, not those of the template. */
export const HEADS = ['序号', '户号', '所属街道', '所属社区', '姓名', '身份证号', '与户主关系', '人数', '城乡', '低保类别', '月保障金额', '享受起始月份', '审批日期', '开户行', '卡号', '备注'] as const
export type Head = (typeof HEADS)[number]

/** A head in pay alone, unless it says otherwise. */
export const aRow = (changed: Partial<Record<Head, SheetValue>> = {}): SheetRow => {
  const row: Record<Head, SheetValue> = {
    序号: '1', 户号: '', 所属街道: '西苑街道', 所属社区: '凯苑社区', 姓名: '王桂芬', 身份证号: aNumber(), 与户主关系: '户主', 人数: '1', 城乡: '城镇', 低保类别: 'B', 月保障金额: '630.00', 享受起始月份: '2019-07',
    审批日期: '2019-06-20', 开户行: '云南农信', 卡号: '6231900000012345676', 备注: '', ...changed,
  }
  return HEADS.map((head) => row[head])
}

export const aRoster = (rows: Iterable<SheetRow>, heads: readonly string[] = HEADS): Promise<Buffer> =>
  buffer(writeSheetStream({ name: '名册', madeAt: new Date('2025-09-30T00:00:00Z'), titles: ['西山区城乡居民最低生活保障在保名册'], columns: heads.map((title) => ({ title })), rows }))

/** A workbook's cells, its head among them. */
export async function rowsOf(bytes: Buffer): Promise<(string | null)[][]> {
  const rows: (string | null)[][] = []
  for await (const batch of readSheetRows(bytes)) rows.push(...batch.map(({ cells }) => cells))
  return rows
}

/** One roster on its way, as its people take it, over HTTP. */
export class RosterWalk {
  id = ''
  version = 0

  constructor(readonly office: Office) {}

  async upload(bytes: Buffer, input: object = {}): Promise<Answer<typeof routes.uploadRoster>> {
    const file = { name: '在保名册.xlsx', type: 'application/octet-stream', bytes }
    const answer = await this.office.call(staff.bureauClerk, routes.uploadRoster, { body: { kind: 'IN_PAY', asOfMonth: '2025-09', ...input }, file })
    if (answer.status === 200) Object.assign(this, { id: answer.body.id, version: answer.body.version })
    return answer
  }

  async act<R extends SavingRoute>(actor: Actor, route: R, body: object = {}): Promise<Answer<R>> {
    const answer = await this.office.call(actor, route, { params: { id: this.id }, body: { version: this.version, ...body } })
    if (answer.status === 200) this.version = Saved.parse(answer.body).version
    return answer
  }

  async must<R extends SavingRoute>(actor: Actor, route: R, body: object = {}): Promise<void> {
    const answer = await this.act(actor, route, body)
    if (answer.status !== 200) throw new Error(`${route.path}: ${JSON.stringify(answer.body)}`)
  }

  async detail(reader: Actor = staff.head): Promise<RosterImportDetail> {
    const { status, body } = await this.office.call(reader, routes.getRosterImport, { params: { id: this.id } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    this.version = body.version
    return body
  }

  async problems(): Promise<RosterProblem[]> {
    return (await this.office.call(staff.bureauClerk, routes.findRosterProblems, { params: { id: this.id }, query: { limit: 100 } })).body.rows
  }

  async refusedRows(): Promise<(string | null)[][]> {
    const { body } = await this.office.call(staff.bureauClerk, routes.downloadRosterProblems, { params: { id: this.id } })
    return rowsOf(body)
  }

  /** The job that was started last on it. */
  async job(): Promise<{ id: string; input: { importId: string; run: string } }> {
    const [job] = await this.office.sql<{ id: string; input: { importId: string; run: string } }>(`select id, input from job_run where input->>'importId' = $1 order by created_at desc limit 1`, [this.id])
    if (!job) throw new RangeError('no job was started')
    return job
  }

  private async run(): Promise<RosterImportDetail> {
    await this.office.app.get(LongJobs).run((await this.job()).id)
    return this.detail()
  }

  async checked(rows: Iterable<SheetRow>, input: object = {}): Promise<RosterImportDetail> {
    const { status, body } = await this.upload(await aRoster(rows), input)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return this.check()
  }

  async check(): Promise<RosterImportDetail> {
    await this.must(staff.bureauClerk, routes.checkRoster)
    return this.run()
  }

  async apply(): Promise<RosterImportDetail> {
    await this.must(staff.bureauClerk, routes.submitRoster)
    await this.must(staff.head, routes.applyRoster)
    return this.run()
  }
}
