/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 */

/**
 * What we read of vitest's JSON report.
 *
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults by file
 */

/**
 * Counts tests, a file that could not be loaded as one that failed, and a run that ended badly without a failed test as one too.
 *
 * @param {Report | undefined} report absent when the run wrote none
 * @param {number} status vitest's exit code
 * @returns {Count}
 */
export function countTests(report, status) {
  if (!report) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length
  const failed = report.numFailedTests + broken
  const passed = report.numPassedTests
  return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed }
}

/**
 * The last line of `npm test`.
 *
 * @param {readonly Count[]} counts
 */
export function total(counts) {
  const sum = counts.reduce((one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed }), { passed: 0, failed: 0 })
  return { ...sum, line: `${sum.passed} passed, ${sum.failed} failed` }
}
