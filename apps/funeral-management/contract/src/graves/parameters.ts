/** Keys of illegal graves. */
export const GRAVE_PARAMETER = {
  /** Days to verify, to issue and serve the notice, and to check what was done. */
  stepDays: 'funeral.grave.step-days',
  /** Days to put right, from the day of service. */
  rectifyDays: 'funeral.grave.rectify-days',
  /** The most a notice may be extended. */
  extensionDays: 'funeral.grave.extension-days',
} as const
