import { buffer } from 'node:stream/consumers'
import { LINE_ROUTES, type Actor } from '@xishan/domain'
import { routes, type DeathListDetail } from '@xishan/funeral-management-contract'
import { writeSheetStream } from '@xishan/service-kit'
import type { TestService } from '@xishan/service-kit/testing'
import { staff } from './office'

export const POLICE_HEADS = ['序号', '姓名', '公民身份号码', '性别', '出生日期', '死亡日期', '户籍地址']

export type ListedRow = { name: string; number: string; diedOn: string; sex?: string; birthDate?: string; home?: string }

export const aWorkbook = (rows: readonly ListedRow[], heads = POLICE_HEADS): Promise<Buffer> =>
  buffer(
    writeSheetStream({
      name: '名单',
      columns: heads.map((title) => ({ title })),
      rows: rows.map(({ name, number, diedOn, sex = '', birthDate = '', home = '西苑街道凯苑社区 8 号' }, at) => [String(at + 1), name, number, sex, birthDate, diedOn, home]),
    }),
  )

export const upload = (office: TestService, bytes: Uint8Array, { source = 'POLICE', coversTo = '2025-09-30', name = '9月死亡名单.xlsx' } = {}) =>
  office.call(staff.bureauClerk, routes.uploadDeathList, { body: { source, coversTo }, file: { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes } })

export const listOf = async (office: TestService, id: string, actor: Actor = staff.bureauClerk): Promise<DeathListDetail> => (await office.call(actor, routes.getDeathList, { params: { id } })).body

export async function until(office: TestService, id: string, states: readonly string[]): Promise<DeathListDetail> {
  for (let tries = 0; tries < 600; tries++) {
    const list = await listOf(office, id)
    if (states.includes(list.state)) return list
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the list did not become ${states.join(' or ')}: ${JSON.stringify(await office.sql('select state, error from job_run'))}`)
}

export async function checked(office: TestService, id: string): Promise<DeathListDetail> {
  const { version, columns } = await listOf(office, id)
  const { status, body } = await office.call(staff.bureauClerk, routes.checkDeathList, { params: { id }, body: { version, columns } })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return until(office, id, ['CHECKED'])
}

export async function applied(office: TestService, id: string): Promise<DeathListDetail> {
  const { version } = await listOf(office, id)
  const { status, body } = await office.call(staff.head, routes.applyDeathList, { params: { id }, body: { version } })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return until(office, id, ['DONE', 'FOLLOW_UP'])
}

export async function takenOver(office: TestService, rows: readonly ListedRow[], more: Parameters<typeof upload>[2] = {}): Promise<DeathListDetail> {
  const { status, body } = await upload(office, await aWorkbook(rows), more)
  if (status !== 200) throw new Error(JSON.stringify(body))
  await checked(office, body.id)
  return applied(office, body.id)
}

/** The file a job left. */
export async function resultOf(office: TestService, actor: Actor, jobId: string): Promise<Buffer> {
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await office.call(actor, LINE_ROUTES.job, { params: { id: jobId } })
    if (body.state === 'done') return (await office.call(actor, LINE_ROUTES.jobResult, { params: { id: jobId } })).body
    if (body.state === 'failed') throw new Error(body.error ?? '')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the job did not end')
}
