import { monthOf } from '@xishan/domain'

/** Whether a benefit is paid in the month of a date, in a word. */
export function payStanding({ fromMonth, toMonth }: { fromMonth: string; toMonth: string | null }, today: string): '待起发' | '在保' | '已停发' {
  const month = monthOf(today)
  if (fromMonth > month) return '待起发'
  return toMonth === null || toMonth >= month ? '在保' : '已停发'
}
