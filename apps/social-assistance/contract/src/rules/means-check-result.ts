import type { TraceResult } from '@xishan/domain'
import type { MeansCheckState } from '../means-checks/lifecycle'

/** What the state of the check means for the assessment. */
export const MEANS_CHECK_RESULT: Readonly<Record<MeansCheckState | 'NONE', { result: TraceResult; words: string }>> = {
  NONE: { result: 'unknown', words: '尚未提请核对' },
  REQUESTED: { result: 'unknown', words: '等待核对' },
  CHECKING: { result: 'unknown', words: '核对中' },
  PASSED: { result: 'pass', words: '核对通过' },
  NOT_PASSED: { result: 'fail', words: '核对未通过' },
}
