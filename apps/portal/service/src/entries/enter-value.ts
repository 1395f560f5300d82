import { DomainProblem, indicatorNumbered, PLAN, type Actor, type Saved } from '@xishan/domain'
import { impossibleCutOff, impossibleValue, lineTitle, type EnterValue as TypedValue } from '@xishan/portal-contract'
import { Attachments, inspectUpload, UnitOfWork, type UploadedFile, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { Freshness } from '../collection/freshness'
import { IndicatorEntry } from './indicator-entry.entity'

/** The kind of attachment that an entry's evidence is. */
export const EVIDENCE = '填报依据'

/** The responsible section reports a value with the file it was taken from. It is shown once another person has reviewed it. */
@Injectable()
export class EnterValue {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Freshness) private readonly freshness: Freshness,
  ) {}

  async execute(actor: Actor, number: number, typed: TypedValue, file: UploadedFile): Promise<Saved> {
    const indicator = indicatorNumbered(number)
    const implausible = impossibleValue(indicator, typed.value)
    if (implausible) throw new DomainProblem('entry-value-impossible', { reason: implausible }, [{ field: 'value', message: implausible }])
    const evidence = await inspectUpload(file)
    await this.freshness.refresh()
    return this.unitOfWork.run(actor, async (work) => {
      const early = impossibleCutOff(typed.dataAsOf, PLAN, work.businessDate)
      if (early) throw new DomainProblem('entry-cut-off-impossible', { reason: early }, [{ field: 'dataAsOf', message: early }])
      await refuseComputed(work, number, indicator.name)
      await refuseSecond(work, number, indicator.name, typed.dataAsOf)
      const entry = IndicatorEntry.of(number, typed, await work.nextNumber('PL'), work)
      await this.attachments.store(work, { type: 'indicator_entry', id: entry.id, divisionCode: entry.divisionCode }, EVIDENCE, evidence)
      await entry.enter(work)
      return work.save(entry, 'enter', { input: { ...typed, evidence: evidence.name } })
    })
  }
}

async function refuseComputed(work: Work, number: number, indicator: string): Promise<void> {
  const [computed] = await work.query<{ line: string }>(`select line from indicator_snapshot where indicator = $1 limit 1`, [number])
  if (computed) throw new DomainProblem('indicator-computed', { indicator, line: lineTitle(computed.line) })
}

/** Two sections' clerks at the same time: the lock lets the second one see the first one's entry. */
async function refuseSecond(work: Work, number: number, indicator: string, dataAsOf: string): Promise<void> {
  await work.query(`select pg_advisory_xact_lock(hashtext('indicator-entry'), $1)`, [number])
  const [waiting] = await work.query(`select id from indicator_entry where indicator = $1 and data_as_of = $2 and state = 'SUBMITTED'`, [number, dataAsOf])
  if (waiting) throw new DomainProblem('entry-waiting', { indicator, dataAsOf })
}
