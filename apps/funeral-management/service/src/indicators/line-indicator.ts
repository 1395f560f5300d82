import type { Actor, IndicatorAnswer, IndicatorRecord, IndicatorRecordsQuery, Page } from '@xishan/domain'

/** One of the plan's indicators that this line counts, each kept by its subject as a provider and listed in `indicators.ts`. */
export interface LineIndicator {
  readonly number: number
  /** @param asOf a business date that has come */
  answer(actor: Actor, asOf: string): Promise<IndicatorAnswer>
  /** The rows behind the number, or behind the component that `query` names. */
  records(actor: Actor, query: IndicatorRecordsQuery & { asOf: string }): Promise<Page<IndicatorRecord>>
}

/** Injection token of the line's {@link LineIndicator}s. */
export const LINE_INDICATORS = Symbol('indicators that this line counts')
