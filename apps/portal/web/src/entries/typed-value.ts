import { IsoDate, PLAN } from '@xishan/domain'
import { EnterValue, impossibleCutOff, impossibleValue, TypedNumber, type Measured } from '@xishan/portal-contract'

type Refuse = { addIssue(issue: { code: 'custom'; message: string }): void }

function refuse(context: Refuse, reason: string | null): void {
  if (reason !== null) context.addIssue({ code: 'custom', message: reason })
}

/** What is typed for one indicator on a business date, refused while one types by the very rules the service decides by. */
export const typedValueOf = (indicator: Measured, businessDate: string) =>
  EnterValue.extend({
    value: TypedNumber.superRefine((typed, context) => refuse(context, impossibleValue(indicator, typed))),
    dataAsOf: IsoDate.superRefine((date, context) => refuse(context, impossibleCutOff(date, PLAN, businessDate))),
  })
