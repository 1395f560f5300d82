import { parseKeyRing, serviceActor, softwareCiphers, UnitOfWork, type ServiceApp } from '@xishan/service-kit'
import type { AttachmentKind } from '@xishan/social-assistance-contract'
import { loadDivisions, loadParameters } from '@xishan/social-assistance-service'
import { divisions } from '../divisions'
import { socialAssistanceParameters } from '../parameters'
import { Archive } from './archive'
import { BulkWriter } from './bulk-writer'
import type { Office } from './case-history'
import { confirmedHistory } from './histories'
import { planHouseholds } from './households'
import { People } from './people'
import { sheetPicture } from './picture'
import { Draw } from './random'
import { Staff } from './staff'

const SCHEMA = 'social_assistance'
/** The history is the same in every run. */
const SEED = 'xishan demonstration 2025-09-30'
/** Households that are written in one transaction. */
const BATCH = 200

const PICTURES: readonly (readonly [AttachmentKind, { framed: boolean; ends: number }])[] = [
  ['COMMITMENT', { framed: false, ends: 7 }],
  ['CHECK_AUTHORISATION', { framed: false, ends: 11 }],
  ['SURVEY_RECORD', { framed: false, ends: 13 }],
  ['POSTING_PHOTO', { framed: true, ends: 17 }],
  ['HOME_VISIT_RECORD', { framed: false, ends: 19 }],
  ['WITHDRAWAL_REQUEST', { framed: false, ends: 23 }],
  ['NON_COOPERATION_RECORD', { framed: false, ends: 29 }],
  ['RECHECK_PROOF', { framed: false, ends: 31 }],
  ['OBJECTION_LETTER', { framed: false, ends: 37 }],
]

export interface SocialAssistanceSeeding {
  service: ServiceApp
  migratorUrl: string
  dataKeys: string
  businessDate: string
  progress(what: string): void
}

/** Divisions and parameters, then the households in pay and the open cases with their whole history. */
export async function seedSocialAssistance({ service, migratorUrl, dataKeys, businessDate, progress }: SocialAssistanceSeeding): Promise<void> {
  progress('社会救助：区划和参数 (divisions, parameters)')
  await service.get(UnitOfWork).perform(serviceActor('social-assistance'), async (work) => {
    await loadDivisions(work, divisions)
    await loadParameters(work, socialAssistanceParameters)
  })
  const writer = await BulkWriter.open(migratorUrl, SCHEMA)
  try {
    await writeHistory(writer, dataKeys, businessDate, progress)
    await writer.finish()
  } finally {
    await writer.close()
  }
}

async function writeHistory(writer: BulkWriter, dataKeys: string, businessDate: string, progress: (what: string) => void): Promise<void> {
  const draw = new Draw(SEED)
  const archive = new Archive(draw.of('ids'))
  const office: Office = { archive, ciphers: softwareCiphers(parseKeyRing(dataKeys)), pictures: new Map(PICTURES.map(([kind, look]) => [kind, sheetPicture(look)])) }
  const staff = new Staff(draw.of('staff'))
  const households = planHouseholds(new People(draw.of('people')), draw)
  for (const [at, household] of households.entries()) {
    confirmedHistory(household, office, staff, businessDate)
    if ((at + 1) % BATCH > 0 && at + 1 < households.length) continue
    await writer.write(archive.take())
    progress(`社会救助：${at + 1} / ${households.length} 户 (households)`)
  }
  archive.add('number_series', ...archive.lastNumbers())
  await writer.write(archive.take())
}
