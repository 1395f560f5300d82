import { Conditions } from '@xishan/service-kit'
import type { OneOffInput } from '@xishan/social-assistance-contract'
import { amountIn } from '../../disbursements/settled-months'

export type Range = Pick<OneOffInput, 'month' | 'residence' | 'category'> & { division?: string | null | undefined }

/** Who was in pay in the month and fits: `b` the benefit, `m` what it was worth. A household whose pay is held is among them. */
export function entitled({ month, residence, category, division }: Range): { from: string; conditions: Conditions } {
  const conditions = new Conditions()
  const at = conditions.place(month)
  conditions
    .and(`b.from_month <= ${at}::text and (b.to_month is null or b.to_month >= ${at}::text)`)
    .within('b.division_code', division ?? undefined)
    .andIf(residence ?? undefined, (kind) => conditions.and('b.residence = ?', kind))
    .andIf(category ?? undefined, (kind) => conditions.and('b.category = ?', kind))
  return { from: `benefit b join ${amountIn(`${at}::text`)} m on true`, conditions }
}
