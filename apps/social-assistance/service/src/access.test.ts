import { ROLE_CODES, LINE_ROUTES, mayCall } from '@xishan/domain'
import { someone } from '@xishan/service-kit/testing'
import { testAccess } from '@xishan/service-kit/testing/access'
import { applicationLifecycle, contract, permissions } from '@xishan/social-assistance-contract'
import { expect, it } from 'vitest'
import { PICTURE } from './testing/families'
import { openOffice } from './testing/office'

const { knock, service } = testAccess({ contract, open: openOffice, params: { kind: 'SURVEY_FORM', number: '1' }, file: { name: 'a.png', type: 'image/png', bytes: PICTURE } })

it('an action of the case is open to the roles of its lifecycle and to no others', () => {
  for (const [action, { by }] of Object.entries(applicationLifecycle.actions)) {
    const holders = ROLE_CODES.filter((role) => mayCall(permissions, `application.${action}`, [role]))
    expect([action, holders.toSorted()]).toEqual([action, [...by].toSorted()])
  }
})

it('administrators and finance are shown no case, and the audit is theirs to read who keep it', async () => {
  for (const role of ['SYS', 'SEC', 'AUD', 'FINANCE'] as const) expect((await knock(role, contract.routes.findApplications)).status).toBe(403)
  expect((await service().call(someone('AUD'), LINE_ROUTES.audit)).status).toBe(200)
})
