import { loadDivisions, loadParameters, serviceActor, UnitOfWork, type ServiceApp } from '@xishan/service-kit'
import { divisions } from '../divisions'
import { funeralManagementParameters } from '../parameters'

export interface FuneralManagementSeeding {
  service: ServiceApp
  migratorUrl: string
  dataKeys: string
  businessDate: string
  progress(what: string): void
}

/** Divisions and parameters of funerals, marriage and adoption. */
export async function seedFuneralManagement({ service, progress }: FuneralManagementSeeding): Promise<void> {
  progress('社会事务：区划和参数 (divisions, parameters)')
  await service.get(UnitOfWork).perform(serviceActor('funeral-management'), async (work) => {
    await loadDivisions(work, divisions)
    await loadParameters(work, funeralManagementParameters)
  })
}
