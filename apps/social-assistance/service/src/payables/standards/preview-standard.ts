import { DomainProblem, type Actor, type ParameterVersion } from '@xishan/domain'
import { BusinessClock, DivisionNames, ParameterBooks, Reads, type Ask, type JobProgress, type JobResult, type LongJob } from '@xishan/service-kit'
import { STANDARD_PARAMETERS, STANDARD_RESULT, type StandardPreview, type StandardPreviewInput, type StandardResult, type StandardSums } from '@xishan/social-assistance-contract'
import { Inject, Injectable } from '@nestjs/common'
import { monthsOf } from '../../benefit-changes/months'
import { effectiveMonth, versionsWith } from './effective-month'
import { FIRST_ID, countPaid, paidBenefits } from './paid-benefits'
import { ChangeOfStandard, type PaidBenefit } from './plan-change'
import { planAll } from './plan-all'
import { NOTHING, plus, streetSums, total } from './standard-sums'
import type { PlannedBenefit } from './write-plans'

/** 标准调整测算: what a value would make of every household in pay; nothing is written but the answer itself. */
@Injectable()
export class PreviewStandard implements LongJob<StandardPreviewInput> {
  readonly name = 'preview-standard'
  readonly title = '标准调整测算'

  constructor(
    @Inject(Reads) private readonly reads: Reads,
    @Inject(BusinessClock) private readonly clock: BusinessClock,
    @Inject(ParameterBooks) private readonly books: ParameterBooks,
    @Inject(DivisionNames) private readonly divisions: DivisionNames,
  ) {}

  async run(actor: Actor, { key, value, effectiveFrom }: StandardPreviewInput, progress: JobProgress): Promise<JobResult> {
    const ask: Ask = (sql, parameters) => this.reads.query(actor, sql, parameters)
    const today = await this.clock.today()
    const versions = await this.books.versions(ask)
    const standing = standardOf(versions, key, effectiveFrom)
    const month = effectiveMonth(effectiveFrom)
    const { open } = await monthsOf(ask, today)
    const change = new ChangeOfStandard(month, open, versions, versionsWith(versions, { key, value, effectiveFrom }))

    const [row] = await ask<{ count: number }>(countPaid, [month])
    const streets = new Map<string, StandardSums>()
    const results = Object.fromEntries(STANDARD_RESULT.codes.map((code) => [code, 0])) as Record<StandardResult, number>
    let done = 0
    for await (const benefits of this.reads.stream<PaidBenefit>(actor, paidBenefits(), [month, open, FIRST_ID], 200)) {
      for (const each of await planAll(benefits, change)) {
        const street = each.benefit.divisionCode.slice(0, 9)
        streets.set(street, plus(streets.get(street) ?? NOTHING, sumsOf(each, change)))
        results[each.plan.result] += 1
      }
      done += benefits.length
      await progress.report(done, row?.count ?? done)
    }
    const preview: StandardPreview = {
      title: standing.title, unit: standing.unit, value, oldValue: Number(standing.value), effectiveMonth: month, fromMonth: month > open ? month : open, computedOn: today,
      total: total([...streets.values()]), streets: streetSums(streets, await this.divisions.on(today)), results,
    }
    return { name: `标准调整测算-${today}.json`, mediaType: 'application/json', content: Buffer.from(JSON.stringify(preview)) }
  }
}

/** The version that the value would follow. @throws DomainProblem `parameter-unknown`, `standard-not-monthly`, `parameter-too-far-back` */
export function standardOf(versions: readonly ParameterVersion[], key: string, effectiveFrom: string): ParameterVersion {
  const known = versions.find((version) => version.key === key)
  if (!known) throw new DomainProblem('parameter-unknown')
  if (!STANDARD_PARAMETERS.includes(key)) throw new DomainProblem('standard-not-monthly', { title: known.title })
  const standing = versions.find((each) => each.key === key && each.effectiveFrom <= effectiveFrom && (each.effectiveTo === null || effectiveFrom < each.effectiveTo))
  if (!standing) throw new DomainProblem('parameter-too-far-back', { title: known.title, earliest: known.effectiveFrom, months: 0 }, [{ field: 'effectiveFrom', message: `生效日期不能早于 ${known.effectiveFrom}` }])
  return standing
}

/** A household that is no longer in pay in the first open month only has arrears. */
function sumsOf({ benefit, plan: { present, arrears } }: PlannedBenefit, { open, month }: ChangeOfStandard): StandardSums {
  const from = month > open ? month : open
  const paid = present !== null && (benefit.toMonth === null || benefit.toMonth >= from)
  return {
    households: paid ? 1 : 0,
    people: paid ? present.memberCount : 0,
    changed: paid && present.beforeFen !== present.afterFen ? 1 : 0,
    beforeFen: paid ? present.beforeFen : 0,
    afterFen: paid ? present.afterFen : 0,
    inArrears: arrears.length > 0 ? 1 : 0,
    arrearsFen: arrears.reduce((sum, { amountFen }) => sum + amountFen, 0),
  }
}
