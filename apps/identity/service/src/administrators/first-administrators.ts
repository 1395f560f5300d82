import { ROLES } from '@xishan/domain'
import { createServiceApp, DISTRICT, Reads, readConfiguration, UnitOfWork, type ServiceDefinition } from '@xishan/service-kit'
import { loadAccountsWithIssuedPasswords, type ListedAccount } from '../accounts/load-accounts'
import { IDENTITY } from '../identity-actor'
import { issuePassword } from '../passwords/initial-password'

/**
 * The three administrators of a new system, with passwords shown once: `node main.js first-administrators`. Refuses where any
 * account exists, so that it is no back door later.
 */
export async function firstAdministrators(definition: ServiceDefinition, say: (line: string) => void): Promise<void> {
  const service = await createServiceApp(definition, readConfiguration(process.env))
  try {
    const existing = await service.get(Reads).query(IDENTITY, `select 1 from account limit 1`)
    if (existing.length > 0) throw new Error('系统中已有账号，不能再次创建首批管理员。')
    const administrators = [listed('sys.admin', 'SYS'), listed('sec.admin', 'SEC'), listed('aud.admin', 'AUD')]
    await loadAccountsWithIssuedPasswords(service.get(UnitOfWork), administrators)
    for (const { username, name, password } of administrators) say(`${name}  用户名 ${username}  初始密码 ${password}（首次登录须更换）`)
  } finally {
    await service.close()
  }
}

const listed = (username: string, role: 'SYS' | 'SEC' | 'AUD'): ListedAccount => ({
  username,
  name: ROLES[role],
  office: '信息中心',
  role,
  division: DISTRICT,
  password: issuePassword(),
})
