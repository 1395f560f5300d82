import type { BenefitMonth } from '@xishan/domain'
import { UnitOfWork, serviceActor, type ServiceApp } from '@xishan/service-kit'
import { loadUsualTemplates } from '@xishan/social-assistance-service'
import type { Draw } from '../random'
import type { Staff } from '../staff'
import { BatchHistory } from './batch-history'
import { ChangesInPay } from './changes-in-pay'
import { FailedLines } from './failed-lines'
import { LAST_MONTH, MONTHS, dayOf } from './month-of-pay'
import { overpaymentsOf } from './overpayments'
import { Past } from './past'
import { festivalMoney, lateConfirmations } from './payables'

/** Months in which a row of the return file said something that nobody knew. */
const STRANGE_ROWS: readonly string[] = ['2024-12', '2025-05', LAST_MONTH]
const STRANGE_SEQ = 1207
const FESTIVAL_MONTH = '2025-01'

export interface MoneySeeding {
  service: ServiceApp
  staff: Staff
  draw: Draw
  progress(what: string): void
}

/** Twelve months of pay: eleven are closed, the last is with the bank and has failed lines that wait. */
export async function seedMoney({ service, staff, draw, progress }: MoneySeeding): Promise<void> {
  const past = new Past(service, staff)
  try {
    await past.on(dayOf('2024-10', 'make'), () => past.its(UnitOfWork).perform(serviceActor('social-assistance'), loadUsualTemplates))
    const changes = new ChangesInPay(past, draw.of('changes'))
    for (const [at, month] of MONTHS.entries()) {
      progress(`社会救助：发放 ${at + 1} / ${MONTHS.length} 个月 (months of pay)`)
      if (month === FESTIVAL_MONTH) await festivalMoney(past, month)
      await payMonth(new BatchHistory(past, month), draw.of(month), () => between(past, changes, month))
    }
    await changes.leaveOpen(LAST_MONTH)
  } finally {
    past.end()
  }
}

/** What goes on while the bank pays a month; it counts from the next. */
async function between(past: Past, changes: ChangesInPay, month: BenefitMonth): Promise<void> {
  await changes.ofMonth(month)
  await lateConfirmations(past, changes, month)
  await overpaymentsOf(past, changes, month)
}

async function payMonth(batch: BatchHistory, draw: Draw, meanwhile: () => Promise<void>): Promise<void> {
  const { month } = batch
  await batch.make()
  await batch.sign()
  await batch.send()
  await meanwhile()
  const failed = new FailedLines(batch, month, draw)
  const isStrange = STRANGE_ROWS.includes(month)
  await batch.readReturn('answer', (sending) => (isStrange && sending.seq === STRANGE_SEQ ? { code: '88' } : failed.say(sending)))
  // Of the month under way some lines wait for their street, some for finance; the strange row for whoever asks the bank.
  if (month === LAST_MONTH) return void (await failed.correct((nth) => nth % 3 === 0))
  await failed.resolveRows()
  await failed.resend(await failed.correct())
  await batch.close()
}
