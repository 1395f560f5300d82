import { indicatorNumbered, REPORTING_LABELS, type IndicatorStatus } from '@xishan/domain'
import { STATUS_WORDS, type IndicatorView, type Reading } from '@xishan/portal-contract'

type Entered = Extract<Reading, { kind: 'ENTERED' }>
type Computed = Extract<Reading, { kind: 'COMPUTED' }>

export const entered = (value: number, given: Partial<Entered> = {}): Reading => ({
  kind: 'ENTERED', value, dataAsOf: '2025-09-30', ageDays: 0, entryId: '01a209d0-4fcb-7d9c-bb70-7a896d00221c', enteredBy: '王春梅', reviewedBy: '尹绍林', reviewedOn: '2025-09-30', sourceText: '三季度统计台账', ...given,
})
export const counted = (value: number | null, given: Partial<Computed> = {}): Reading => ({
  kind: 'COMPUTED', value, dataAsOf: '2025-09-30', collectedAt: '2025-09-30T02:00:00.000Z', ageDays: 0, stale: null, components: [], complete: true, note: '', ...given,
})

/** An indicator of the plan as the service shows it on 2025-09-30, with what a test says otherwise. */
export function anIndicator(number: number, reading: Reading, status: IndicatorStatus, given: Partial<IndicatorView> = {}): IndicatorView {
  const { name, category, unit, attribute, frequency, section, course, base, start, target, path, line } = indicatorNumbered(number)
  return {
    number, name, category, unit, attribute, section, course, base, start, target,
    frequency: REPORTING_LABELS[frequency],
    source: '',
    line: reading.kind === 'COMPUTED' ? line : null,
    targetInTable: null,
    path: Object.entries(path).map(([year, value]) => ({ year: Number(year), value })),
    pathYear: 2025,
    pathNow: path[2025],
    reading,
    status,
    statusWords: STATUS_WORDS[status],
    score: null,
    final: false,
    openPoints: 0,
    ...given,
  }
}
