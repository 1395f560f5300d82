import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { schemaOf } from '@xishan/service-kit'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LoneHouse } from './lone-house'
import { LINES, runService, ServiceProcess, type Settings } from './service-process'

const SEEDS = join(import.meta.dirname, '../../seeds')
let house: LoneHouse

beforeAll(async () => {
  house = await LoneHouse.open()
})

afterAll(async () => {
  await ServiceProcess.killAll()
  await house.close()
})

const migrate = (database: string, line: string) => runService(line, house.migratorSettings(database, line), 'migrate')

/** Everything a migration could change: tables, columns, functions, rights, and the list of what has run. */
const shapeOf = (database: string, line: string) =>
  house.sql<Record<string, unknown>>(
    house.adminUrl(database),
    `select table_schema, table_name, column_name, data_type, column_default, null as rights from information_schema.columns where table_schema = any($1)
     union all select n.nspname, relname, relkind::text, null, null, relacl::text from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = any($1)
     union all select n.nspname, p.oid::regprocedure::text, p.oid::text, null, null, proacl::text from pg_proc p join pg_namespace n on n.oid = pronamespace where nspname = any($1)
     union all select '', name, id::text, null, null, null from ${schemaOf(line)}.schema_migration
     order by 1, 2, 3, 4`,
    [[schemaOf(line), `${schemaOf(line)}_jobs`]],
  )

async function start(settings: Settings, line: string): Promise<ServiceProcess> {
  const service = new ServiceProcess(line, settings)
  await service.answers('/health/ready', 200)
  return service
}

describe.runIf(LINES.length > 0)('roles that a DBA made', () => {
  it.each(LINES)('%s migrates as its migrator and is ready as its own role', { timeout: 40_000 }, async (line) => {
    if (line === LINES[0]) {
      await house.sql(house.adminUrl('postgres'), 'create database dba')
      await house.provision(house.adminUrl('dba'))
    }
    expect(await migrate('dba', line)).toEqual({ code: 0, output: '' })
    const service = await start(await house.settingsOf('dba', line), line)
    await service.kill()
  })
})

describe.runIf(LINES.length > 0)('roles that a CREATEROLE user made', () => {
  const services = new Map<string, ServiceProcess>()
  const running = (line: string): ServiceProcess => services.get(line) ?? expect.fail(`${line} does not run`)

  beforeAll(async () => {
    const admin = house.adminUrl('postgres')
    await house.sql(admin, 'drop database if exists dba with (force)')
    const roles = LINES.map(schemaOf).flatMap((schema) => [`${schema}_app`, `${schema}_migrator`])
    await house.sql(admin, `drop role if exists ${roles.join(', ')}`)
    await house.sql(admin, `create role maker login createrole password 'maker-password'`)
    await house.sql(admin, `create role passer login bypassrls password 'passer-password'`)
    await house.sql(admin, 'create database house owner maker')
    await house.provision(house.urlOf('house', 'maker'))
    await house.provision(house.urlOf('house', 'maker'))
  })

  describe.each(LINES)('%s', { timeout: 40_000 }, (line) => {
    it('migrates; a second time changes nothing', async () => {
      expect(await migrate('house', line)).toEqual({ code: 0, output: '' })
      const before = await shapeOf('house', line)
      expect(before.length).toBeGreaterThan(50)
      expect(await migrate('house', line)).toEqual({ code: 0, output: '' })
      expect(await shapeOf('house', line)).toEqual(before)
    })

    it('refuses to run as superuser, past row security, or as owner of its tables', async () => {
      const settings = await house.settingsOf('house', line)
      const urls = [house.adminUrl('house'), house.urlOf('house', 'passer'), house.migratorUrl('house', line)]
      for (const { code, output } of await Promise.all(urls.map((url) => runService(line, { ...settings, DATABASE_URL: url })))) {
        expect(output).toMatch(/^数据库角色 \w+ 的权限过大（.*），服务拒绝启动。请为服务配置 \*_app 角色。\n$/)
        expect(code).toBe(1)
      }
    })

    it('names every setting that is missing', async () => {
      const { code, output } = await runService(line, { NODE_COMPILE_CACHE: house.compiled })
      expect(code).toBe(1)
      for (const variable of ['MODE', 'DATABASE_URL', 'IDENTITY_URL', 'DATA_KEYS', 'SERVICE_SECRET', 'SEALS_FILE']) expect(output).toMatch(new RegExp(`^ +${variable}: .+$`, 'm'))
      expect(output).not.toMatch(/\n\s+at /)
    })

    it('starts with its settings alone and answers health and metrics', async () => {
      const service = await start(await house.settingsOf('house', line), line)
      services.set(line, service)
      expect(await (await service.get('/health/live')).json()).toEqual({ status: 'ok' })
      expect(await (await service.get('/health/ready')).json()).toMatchObject({ status: 'ok', line })
      const metrics = await (await service.get('/metrics')).text()
      expect(metrics).toContain(`outbox_dead{service="${line}"} 0`)
    })
  })

  it('are given what a new house begins with, once', { timeout: 60_000 }, async () => {
    const load = async (line: string, folder = SEEDS) => runService(line, await house.settingsOf('house', line), 'first-load', folder)
    const loaded = new Map<string, { code: number | null; output: string }>()
    for (const line of LINES) loaded.set(line, await load(line))
    expect(loaded.get('identity')).toEqual({ code: 1, output: expect.stringMatching(/^\S+没有需要首次载入的数据。\n$/) })
    expect(loaded.get('portal')).toEqual({ code: 0, output: expect.stringMatching(/规划项目和待明确事项 [1-9]\d* 项/) })
    expect(loaded.get('social-assistance')).toEqual({ code: 0, output: expect.stringMatching(/^社会救助已载入：区划 [1-9]\d* 项、标准与参数 [1-9]\d* 项、发放文件模板 2 项。\n$/) })
    expect(loaded.get('funeral-management')).toEqual({ code: 0, output: expect.stringMatching(/区划 [1-9]\d* 项、标准与参数 [1-9]\d* 项/) })
    const count = () => house.sql(house.adminUrl('house'), `select (select count(*) from social_assistance.division) as divisions, (select count(*) from social_assistance.parameter_version) as parameters, (select count(*) from social_assistance.payment_template) as templates, (select count(*) from portal.project) as projects`)
    const before = await count()
    for (const line of ['portal', 'social-assistance']) await load(line)
    expect(await count()).toEqual(before)
    const broken = await mkdtemp(join(tmpdir(), 'first-load-'))
    expect(await load('social-assistance', broken)).toEqual({ code: 1, output: expect.stringMatching(/divisions\/530112\.json：不能读取.*请核对文件夹。\n$/) })
    await cp(join(SEEDS, 'divisions'), join(broken, 'divisions'), { recursive: true })
    await mkdir(join(broken, 'parameters'))
    await writeFile(join(broken, 'parameters/social-assistance.json'), '[{"key": "x"}]')
    expect(await load('social-assistance', broken)).toEqual({ code: 1, output: expect.stringMatching(/parameters\/social-assistance\.json：0\.version /) })
    await rm(broken, { recursive: true })
  })

  it('say in one sentence which setting is wrong', { timeout: 60_000 }, async () => {
    const settings = await house.settingsOf('house', 'portal')
    const wrong = [
      ['MODE', 'test', 'production'], ['DATABASE_URL', 'nonsense', '不是有效的地址'], ['DATABASE_URL', 'postgres://portal_app:x@127.0.0.1:9/house', '连接不上数据库'],
      ['DATABASE_URL', house.appUrl('house', 'portal').replace('portal_app-password', 'wrong'), '连接不上数据库'], ['IDENTITY_URL', 'nonsense', '不是有效的地址'], ['PEERS', 'abc', '条线=地址'], ['PORT', '70000', '65535'],
      ['PORT', running('portal').base.split(/[:/]/)[4] ?? '', '已被占用'], ['SECURE_COOKIES', 'perhaps', 'true 或 false'], ['SEALS_FILE', '/proc/nowhere/seals.jsonl', '不能写入'],
    ] as const
    for (const [variable, value, sentence] of wrong) {
      const { code, output } = await runService('portal', { ...settings, [variable]: value })
      expect([code, output]).toEqual([1, expect.stringMatching(new RegExp(`^ *${variable}[:：].*${sentence}`, 'm'))])
    }
    expect(await runService('portal', { ...house.migratorSettings('house', 'portal'), MIGRATOR_DATABASE_URL: 'postgres://x:y@127.0.0.1:9/house' }, 'migrate')).toEqual({ code: 1, output: expect.stringMatching(/^MIGRATOR_DATABASE_URL：连接不上数据库[^\n]*\n$/) })
  })

  it('do not migrate without the migrator’s address', async () => {
    expect(await runService('portal', {}, 'migrate')).toEqual({ code: 1, output: expect.stringMatching(/^MIGRATOR_DATABASE_URL 未设置：[^\n]*。\n$/) })
  })

  it('are unavailable while the database is away, live all the same, and recover without a restart', { timeout: 40_000 }, async () => {
    await house.stopDatabase()
    for (const line of LINES) {
      await running(line).answers('/health/ready', 503, 10_000)
      expect(await (await running(line).get('/health/ready')).json()).toMatchObject({ code: 'unavailable', status: 503 })
      expect((await running(line).get('/health/live')).status).toBe(200)
    }
    await house.startDatabase()
    for (const line of LINES) await running(line).answers('/health/ready', 200, 10_000)
  })

  it.each(LINES)('%s answers what was asked before it ends', { timeout: 40_000 }, async (line) => {
    const holder = new Client({ connectionString: house.adminUrl('house') })
    await holder.connect()
    await holder.query(`begin; lock table ${schemaOf(line)}.outbox_delivery in access exclusive mode`)
    const asked = running(line).get('/metrics')
    await sleep(300)
    const signalled = Date.now()
    running(line).signal('SIGTERM')
    await sleep(700)
    await holder.end()
    expect((await asked).status).toBe(200)
    expect(await running(line).ended()).toBe(0)
    expect(Date.now() - signalled).toBeLessThan(8000)
  })

  it.each(LINES)('the audit of %s agrees, until somebody writes past it', { timeout: 40_000 }, async (line) => {
    if (line === 'identity') expect((await runService(line, await house.settingsOf('house', line), 'first-administrators')).code).toBe(0)
    const before = await runService(line, house.migratorSettings('house', line), 'verify-audit')
    expect([before.code, before.output]).toEqual([0, expect.stringContaining('全部一致')])
    const admin = house.adminUrl('house')
    if (line === 'identity') await house.sql(admin, `update identity.audit_entry set actor_name = '他人'`)
    else
      await house.sql(
        admin,
        `insert into ${schemaOf(line)}.audit_entry (subject_type, subject_id, seq, division_code, action, actor_id, actor_name, actor_roles, at, business_date, request_id, summary, prev_hash, hash)
         values ('forged', gen_random_uuid(), 1, '530112', 'approve', 'x', '他人', '{DIRECTOR}', now(), current_date, 'x', '{}', '', 'x')`,
      )
    const after = await runService(line, house.migratorSettings('house', line), 'verify-audit')
    expect([after.code, after.output]).toEqual([1, expect.stringMatching(/发现 \d+ 处不一致：\n {2}\S/)])
  })
})
