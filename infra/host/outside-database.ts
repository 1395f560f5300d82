import { Client } from 'pg'
import { codeOf, Refusal } from './refusal'

const OLDEST = 15

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET'])

function whyNoConnection(error: unknown): Refusal {
  const code = codeOf(error)
  const address = 'DATABASE_URL'
  if (code && UNREACHABLE.has(code)) return new Refusal(`连接不上 ${address} 指定的数据库（${code}），请检查主机名和端口，并确认数据库已启动。`, 'the database of DATABASE_URL cannot be reached')
  if (code === '28P01' || code === '28000') return new Refusal(`${address} 的用户名或密码不正确。`, 'wrong user or password in DATABASE_URL')
  if (code === '3D000') return new Refusal(`${address} 指定的数据库不存在，请先创建它。`, 'the database named in DATABASE_URL does not exist')
  const reason = error instanceof Error ? error.message : String(error)
  if (/timeout/i.test(reason)) return new Refusal(`连接 ${address} 指定的数据库超时，请检查主机名、端口和防火墙。`, 'connecting to DATABASE_URL timed out')
  return new Refusal(`${address} 指定的数据库不能使用：${reason}。`, 'the database of DATABASE_URL cannot be used')
}

function requireAddress(url: string): void {
  const parsed = URL.parse(url)
  if (parsed && /^postgres(ql)?:$/.test(parsed.protocol) && parsed.pathname.length > 1) return
  throw new Refusal('DATABASE_URL 不是有效的地址，应为 postgres://用户:密码@主机:5432/数据库名。', 'DATABASE_URL is not postgres://user:password@host:5432/name')
}

const QUESTIONS = `
  select current_setting('server_version_num')::int / 10000 as version,
         current_setting('server_encoding') as encoding,
         (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "mayMakeRoles",
         has_database_privilege(current_database(), 'create') as "mayMakeSchemas",
         exists (select from pg_collation where collname = 'zh-Hans-x-icu') as "sortsChinese"`

interface Answers {
  version: number
  encoding: string
  mayMakeRoles: boolean
  mayMakeSchemas: boolean
  sortsChinese: boolean
}

function whyUnusable({ version, encoding, mayMakeRoles, mayMakeSchemas, sortsChinese }: Answers): Refusal | undefined {
  if (version < OLDEST) return new Refusal(`DATABASE_URL 指定的是 PostgreSQL ${version}，需要 ${OLDEST} 或更高版本。`, `PostgreSQL ${OLDEST} or later is needed`)
  if (encoding !== 'UTF8') return new Refusal(`数据库的编码是 ${encoding}，需要 UTF8。`, 'the database must be encoded in UTF8')
  if (!sortsChinese) return new Refusal('数据库不带 ICU 中文排序规则（zh-Hans-x-icu），请换用带 ICU 的 PostgreSQL。', 'this PostgreSQL was built without ICU')
  if (!mayMakeRoles || !mayMakeSchemas) {
    return new Refusal('DATABASE_URL 的用户需要有建立角色（CREATEROLE）和在该数据库中建立模式（CREATE）的权限。', 'the user of DATABASE_URL needs CREATEROLE and CREATE on the database')
  }
  return undefined
}

/** @throws Refusal unless the outside database can be reached and has what we need. */
export async function requireUsableDatabase(url: string): Promise<void> {
  requireAddress(url)
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query<Answers>(QUESTIONS)
    const refusal = rows[0] && whyUnusable(rows[0])
    if (refusal) throw refusal
  } catch (error) {
    throw error instanceof Refusal ? error : whyNoConnection(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}
