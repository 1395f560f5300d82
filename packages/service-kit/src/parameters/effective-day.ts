import { DomainProblem, ParameterBook, addToMonth, firstDayOf, monthOf, type LineParameters, type ParameterVersion } from '@xishan/domain'

/**
 * From which days on a new version may count: days to come; for keys that may be backdated the first of a month, not too far back.
 * @param on the day of the proposal
 * @throws DomainProblem `parameter-in-the-past`, `parameter-not-first-of-month`, `parameter-too-far-back`
 */
export function requireEffectiveDay({ key, title }: Pick<ParameterVersion, 'key' | 'title'>, effectiveFrom: string, on: string, { backdated }: LineParameters, versions: readonly ParameterVersion[]): void {
  if (effectiveFrom > on || !backdated?.keys.includes(key)) return requireComing(on, effectiveFrom)
  const at = (message: string) => [{ field: 'effectiveFrom', message }]
  if (effectiveFrom !== firstDayOf(monthOf(effectiveFrom))) throw new DomainProblem('parameter-not-first-of-month', { title }, at('生效日期应为某月 1 日'))
  const months = new ParameterBook(versions, on).number(backdated.monthsBack)
  const earliest = firstDayOf(addToMonth(monthOf(on), -months))
  if (effectiveFrom < earliest) throw new DomainProblem('parameter-too-far-back', { title, earliest, months }, at(`生效日期不能早于 ${earliest}`))
}

/** @throws DomainProblem `parameter-in-the-past`: months that are decided stay as they are */
export function requireComing(today: string, effectiveFrom: string): void {
  if (effectiveFrom <= today) throw new DomainProblem('parameter-in-the-past', { today }, [{ field: 'effectiveFrom', message: `生效日期应晚于业务日期 ${today}` }])
}
