import { loadDivisions, loadParameters, serviceActor, UnitOfWork, type ServiceApp } from '@xishan/service-kit'
import { divisions } from '../divisions'
import { funeralManagementParameters } from '../parameters'
import { writeFunerals } from './funerals/seed-funerals'
import type { Named, PayeeWhoDied } from './funerals/payees'
import { playFunerals } from './funerals/play-funerals'
import { People } from './people'
import { Draw } from './random'
import { playSocialAffairs } from './social-affairs/play-social-affairs'
import { Staff } from './staff'

/** The history is the same in every run. */
const SEED = 'xishan funerals 2025-09-30'

export interface FuneralManagementSeeding {
  service: ServiceApp
  migratorUrl: string
  dataKeys: string
  progress(what: string): void
}

/** Divisions and parameters of funerals, marriage and adoption. */
export async function frameFuneralManagement({ service, progress }: Pick<FuneralManagementSeeding, 'service' | 'progress'>): Promise<void> {
  progress('社会事务：区划和参数 (divisions, parameters)')
  await service.get(UnitOfWork).perform(serviceActor('funeral-management'), async (work) => {
    await loadDivisions(work, divisions)
    await loadParameters(work, funeralManagementParameters)
  })
}

/** Order numbers of a day that the households in pay do not have. */
const FROM = 200

/** Those of the households in pay whom deaths concern. */
export interface Concerned {
  payees: readonly PayeeWhoDied[]
  namesakes: readonly Named[]
}

/** Deaths, burials and graves, and the quality of registrations, with those of households in pay among the dead. */
export async function seedFuneralManagement({ service, migratorUrl, dataKeys, progress }: FuneralManagementSeeding, { payees, namesakes }: Concerned): Promise<void> {
  await frameFuneralManagement({ service, progress })
  const draw = new Draw(SEED)
  const staff = new Staff(draw.of('staff'))
  const people = new People(draw.of('people'), FROM)
  const courses = await writeFunerals({ migratorUrl, dataKeys, draw, staff, people, payees, progress })
  await playFunerals({ service, staff, people, draw: draw.of('play'), courses, payees, namesakes, progress })
  await playSocialAffairs({ service, staff, people, draw: draw.of('social affairs'), progress })
}
