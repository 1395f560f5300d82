import { contract } from '@xishan/funeral-management-contract'
import { LINE_ROUTES } from '@xishan/domain'
import { someone } from '@xishan/service-kit/testing'
import { testAccess } from '@xishan/service-kit/testing/access'
import { expect, it } from 'vitest'
import { openOffice } from './testing/office'
import { PICTURE } from './testing/picture'

const { knock, service } = testAccess({ contract, open: openOffice, params: { number: '18' }, file: { name: 'a.png', type: 'image/png', bytes: PICTURE } })

it('administrators are shown no parameter and no task, and the audit is theirs to read who keep it', async () => {
  for (const role of ['SYS', 'SEC', 'AUD'] as const) {
    expect((await knock(role, contract.routes.findTasks)).status).toBe(403)
    expect((await knock(role, contract.routes.findParameters)).status).toBe(403)
  }
  expect((await service().call(someone('AUD'), LINE_ROUTES.audit)).status).toBe(200)
})
