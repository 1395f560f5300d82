import { setImmediate } from 'node:timers/promises'
import { parseKeyRing, serviceActor, softwareCiphers, UnitOfWork, type ServiceApp, loadDivisions, loadParameters } from '@xishan/service-kit'
import type { AttachmentKind } from '@xishan/social-assistance-contract'
import { divisions } from '../divisions'
import { socialAssistanceParameters } from '../parameters'
import { Archive } from './archive'
import { ASSISTANCE, analyse, BulkWriter } from './bulk-writer'
import { scanOf, type Office } from './case-history'
import { confirmedHistory, leavingScripts } from './histories'
import { planHouseholds } from './households'
import { leavingNow, planLeavers } from './leavers'
import { seedMoney } from './money/seed-money'
import { planMortals, type Mortality } from './mortals'
import { People } from './people'
import { sheetPicture } from './picture'
import type { Post } from './post'
import { playProposals } from './proposals'
import { Draw } from './random'
import { scenes } from './open-cases'
import { scriptOf, type Script } from './scene'
import { Staff } from './staff'

/** The history is the same in every run. */
const SEED = 'xishan demonstration 2025-09-30'
/** Households that are written in one transaction. */
const BATCH = 100

export const SCANS: readonly (readonly [AttachmentKind, { framed: boolean; ends: number }])[] = [
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

/** Whom the history of the households leaves for the lines that go on from it. */
export interface Settled extends Omit<Mortality, 'gone'> {
  staff: Staff
}

/** Divisions and parameters, then the households in pay and the open cases with their whole history. */
export async function seedHouseholds({ service, migratorUrl, dataKeys, businessDate, progress }: SocialAssistanceSeeding): Promise<Settled> {
  progress('社会救助：区划和参数 (divisions, parameters)')
  await service.get(UnitOfWork).perform(serviceActor('social-assistance'), async (work) => {
    await loadDivisions(work, divisions)
    await loadParameters(work, socialAssistanceParameters)
  })
  const writer = await BulkWriter.open(migratorUrl, ASSISTANCE)
  try {
    const settled = await writeHistory(writer, dataKeys, businessDate, progress)
    await writer.finish()
    return settled
  } finally {
    await writer.close()
  }
}

/** Twelve months of pay, into which come the deaths that funeral management tells of. */
export const seedMonthsOfPay = ({ service, migratorUrl, progress }: SocialAssistanceSeeding, { staff, mortals }: Settled, post: Post): Promise<void> =>
  seedMoney({ service, staff, draw: new Draw(SEED).of('money'), post, mortals, progress, analyse: () => analyse(migratorUrl, ASSISTANCE) })

async function writeHistory(writer: BulkWriter, dataKeys: string, businessDate: string, progress: (what: string) => void): Promise<Settled> {
  const draw = new Draw(SEED)
  const archive = new Archive(draw.of('ids'))
  const office: Office = { archive, ciphers: softwareCiphers(parseKeyRing(dataKeys)), scans: new Map(SCANS.map(([kind, look]) => [kind, scanOf(sheetPicture(look))])) }
  const staff = new Staff(draw.of('staff'))
  const people = new People(draw.of('people'))
  const households = planHouseholds(people, draw)
  const { gone, ...mortality } = planMortals(households, people, draw.of('mortals'))
  const dead = new Set(mortality.mortals.map(({ person }) => person))
  const leaving = leavingNow(households.filter(({ family }) => family.members.every(({ person }) => !dead.has(person))), draw.of('leaving now'))
  const inPay = [...households, ...gone].flatMap((household): Script[] => {
    const last = leaving.get(household)
    return last ? leavingScripts(household, last, office, staff) : [{ on: household.on, play: () => confirmedHistory(household, office, staff, businessDate) }]
  })
  const left = planLeavers(people, draw.of('leavers')).flatMap((household) => leavingScripts(household, household.leaving, office, staff))
  const open = scenes.map((scene, nth) => scriptOf(scene, nth, { office, staff, people, draw, today: businessDate }))
  const scripts = [...inPay, ...left, ...open].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  let writing = Promise.resolve()
  for (const [at, script] of scripts.entries()) {
    script.play()
    // The database writes one batch while the next is made.
    await setImmediate()
    if ((at + 1) % BATCH > 0) continue
    await writing
    writing = writer.write(archive.take())
    progress(`社会救助：${at + 1} / ${scripts.length} 件 (cases)`)
  }
  await writing
  playProposals(archive, staff)
  archive.add('number_series', ...archive.lastNumbers())
  await writer.write(archive.take())
  return { staff, ...mortality }
}
