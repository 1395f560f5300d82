import { checkPoints, routes } from '@xishan/funeral-management-contract'
import type { TestService } from '@xishan/service-kit/testing'
import { staff } from './office'

/** What a file with one defect is found to be. */
export const defective = { version: 1, findings: { ...Object.fromEntries(checkPoints('MARRIAGE').map(({ key }) => [key, 'OK'])), PHOTO: 'DEFECT' }, remark: '照片未加盖骑缝章' }

/** A registration office and a sample of its August, whose first file has a defect. */
export async function aCheckedSample(house: TestService): Promise<{ officeId: string; sampleId: string; register: object }> {
  const { body: office } = await house.call(staff.bureauClerk, routes.addOffice, { body: { name: '西山区婚姻登记处', registrations: ['MARRIAGE'], address: '秀苑路 188 号', telephone: '0871-68212345', registrars: 8 } })
  const register = { officeId: office.id, registration: 'MARRIAGE', month: '2025-08', files: ['J530112-2025-000001', 'J530112-2025-000002'] }
  const { body: sample } = await house.call(staff.bureauClerk, routes.drawSample, { body: register })
  await house.call(staff.bureauClerk, routes.checkSampledFile, { params: { id: sample.id, position: '1' }, body: defective })
  return { officeId: office.id, sampleId: sample.id, register }
}
