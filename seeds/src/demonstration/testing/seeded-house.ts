import { parseKeyRing, softwareCiphers, type Ciphers } from '@xishan/service-kit'
import { startTestService, type TestService } from '@xishan/service-kit/testing'
import { service as funeralManagement } from '@xishan/funeral-management-service'
import { service as definition } from '@xishan/social-assistance-service'
import { seedLines } from '../seed-lines'

/** Keys of tests only; random enough for the ring to take them. */
export const DATA_KEYS = 'test:7d1f0a6c52e84b39a1c3f7089be2d4561c8e5b70f2394ad68e01c7b5926fd34b'
export const FIRST_DAY = '2025-09-30'

export interface SeededHouse extends TestService {
  ciphers: Ciphers
  /** The other line, with the dead of this one among its own. */
  funerals: TestService
  /** What the person at the terminal was told. */
  told: string[]
  /** Milliseconds that the seeding took. */
  took: number
}

/** The service of social assistance with the whole demonstration, and funeral management beside it, each in a database of its own. */
export async function seededHouse(): Promise<SeededHouse> {
  const service = await startTestService(definition, { settings: { dataKeys: DATA_KEYS, demonstrationStart: FIRST_DAY } })
  const funerals = await startTestService(funeralManagement, { settings: { dataKeys: DATA_KEYS, demonstrationStart: FIRST_DAY, peers: `social-assistance=${service.url}` } })
  const told: string[] = []
  const began = performance.now()
  const of = { 'social-assistance': service, 'funeral-management': funerals }
  await seedLines({ service: (line) => of[line].app, migratorUrl: (line) => of[line].migratorUrl, dataKeys: DATA_KEYS, businessDate: FIRST_DAY, progress: (what) => told.push(what) })
  const took = performance.now() - began
  const close = service.close.bind(service)
  return Object.assign(service, { ciphers: softwareCiphers(parseKeyRing(DATA_KEYS)), funerals, told, took, close: () => Promise.all([close(), funerals.close()]).then(() => undefined) })
}
