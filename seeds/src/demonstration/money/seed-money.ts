import type { BenefitMonth } from '@xishan/domain'
import { CIPHERS, UnitOfWork, serviceActor, type Ciphers, type ServiceApp } from '@xishan/service-kit'
import { EndOfPay, loadUsualTemplates, WatchDeaths } from '@xishan/social-assistance-service'
import type { Mortal } from '../mortals'
import type { Post } from '../post'
import type { Draw } from '../random'
import type { Staff } from '../staff'
import { BatchHistory } from './batch-history'
import { ChangesInPay } from './changes-in-pay'
import { DeathsInPay } from './deaths-in-pay'
import { FailedLines } from './failed-lines'
import { LAST_MONTH, MONTHS, dayOf } from './month-of-pay'
import { overpaymentsOf } from './overpayments'
import { Past } from './past'
import { recomputationsOf } from './recomputations'
import { rosterOfOthers } from './roster-of-others'
import { festivalMoney, lateConfirmations } from './payables'

/** Months in which a row of the return file said something that nobody knew. */
const STRANGE_ROWS: readonly string[] = ['2024-12', '2025-05', LAST_MONTH]
const STRANGE_SEQ = 1207
const FESTIVAL_MONTH = '2025-01'
const TODAY = '2025-09-30'
const SERVICE = serviceActor('social-assistance')
/** Before it the section of the extremely poor sent its list. */
const ROSTER_MONTH = '2025-08'

export interface MoneySeeding {
  service: ServiceApp
  staff: Staff
  draw: Draw
  /** What funeral management told, and the people in pay of whom it told. */
  post: Post
  mortals: readonly Mortal[]
  progress(what: string): void
  analyse(): Promise<void>
}

/** Twelve months of pay: eleven are closed, the last is with the bank and has failed lines that wait. */
export async function seedMoney({ service, staff, draw, post, mortals, progress, analyse }: MoneySeeding): Promise<void> {
  const past = new Past(service, staff, post)
  try {
    await past.on(dayOf('2024-10', 'make'), () => past.its(UnitOfWork).perform(SERVICE, loadUsualTemplates))
    const changes = new ChangesInPay(past, draw.of('changes'))
    changes.spare(await concerned(past, mortals))
    const deaths = new DeathsInPay(past, changes, mortals)
    for (const [at, month] of MONTHS.entries()) {
      progress(`社会救助：发放 ${at + 1} / ${MONTHS.length} 个月 (months of pay)`)
      if (month === FESTIVAL_MONTH) await festivalMoney(past, month)
      if (month === ROSTER_MONTH) await rosterOfOthers(past, draw.of('roster'))
      await past.on(dayOf(month, 'make'), () => past.its(EndOfPay).run(dayOf(month, 'make'), SERVICE))
      await payMonth(new BatchHistory(past, month), draw.of(month), { lookAtSizes: at < 2 ? analyse : () => Promise.resolve(), meanwhile: () => between({ past, changes, deaths }, month), afterwards: () => deaths.watch(dayOf(month, 'answer')) })
    }
    await changes.leaveOpen(LAST_MONTH)
    await post.bring(past, TODAY)
    await past.on(TODAY, () => past.its(WatchDeaths).run(TODAY, SERVICE))
    await analyse()
  } finally {
    past.end()
  }
}

/** The benefits of whoever dies: nothing else is written of them. */
const concerned = async (past: Past, mortals: readonly Mortal[]): Promise<string[]> => {
  const ciphers = past.service.get<Ciphers>(CIPHERS)
  const keys = mortals.map(({ person: { document } }) => ciphers.personKey(document.type, document.number))
  return (await past.ask<{ id: string }>(`select distinct benefit_id as id from benefit_member where person_key = any($1)`, [keys])).map(({ id }) => id)
}

/** What goes on while the bank pays a month; it counts from the next. */
async function between({ past, changes, deaths }: { past: Past; changes: ChangesInPay; deaths: DeathsInPay }, month: BenefitMonth): Promise<void> {
  await changes.ofMonth(month)
  await recomputationsOf(past, changes, month)
  await deaths.ofMonth(month)
  await lateConfirmations(past, changes, month)
  await overpaymentsOf(past, changes, month)
}

interface Beside {
  lookAtSizes(): Promise<void>
  meanwhile(): Promise<void>
  /** The bank has answered. */
  afterwards(): Promise<void>
}

async function payMonth(batch: BatchHistory, draw: Draw, { lookAtSizes, meanwhile, afterwards }: Beside): Promise<void> {
  const { month } = batch
  await batch.make()
  await lookAtSizes()
  await batch.sign()
  await batch.send()
  await meanwhile()
  const failed = new FailedLines(batch, month, draw)
  const isStrange = STRANGE_ROWS.includes(month)
  await batch.readReturn('answer', (sending) => (isStrange && sending.seq === STRANGE_SEQ ? { code: '88' } : failed.say(sending)))
  await afterwards()
  // Of the month under way some lines wait for their street, some for finance; the strange row for whoever asks the bank.
  if (month === LAST_MONTH) return void (await failed.correct((nth) => nth % 3 === 0))
  await failed.resolveRows()
  await failed.resend(await failed.correct())
  await batch.close()
}
